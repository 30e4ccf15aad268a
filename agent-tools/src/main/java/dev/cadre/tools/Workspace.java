package dev.cadre.tools;

import dev.cadre.tools.permission.PathResolver;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds the files on which an agent works: a local folder, or anything that a service keeps for its user.
 *
 * <p>Implementations must be thread-safe, must confine every operation to the workspace whatever links it holds, and must
 * not trust an earlier {@link #resolve}: between check and use the tree may change.
 */
public interface Workspace extends PathResolver {

    /**
     * Opens a regular file for reading. The caller closes the stream.
     *
     * @throws WorkspaceException if it is absent, no regular file, or outside
     */
    InputStream open(ResolvedPath path);

    /**
     * Reads a regular file.
     *
     * @param maxBytes how many bytes to return at most; the rest is left out
     * @throws WorkspaceException if it is absent, no regular file, or outside, or can't be read
     */
    default byte[] read(ResolvedPath path, int maxBytes) {
        try (InputStream in = open(path)) {
            return in.readNBytes(maxBytes);
        } catch (IOException e) {
            throw new WorkspaceException("\"" + path.literal() + "\" can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Writes a regular file whole, making folders that lack; readers see the old or the new content, never a part.
     *
     * @throws WorkspaceException if it is outside, a folder or a special file, or can't be written
     */
    void write(ResolvedPath path, byte[] content);

    /**
     * Returns what stands at a path, without following a link at its end; empty if nothing does.
     *
     * @throws WorkspaceException if it is outside
     */
    Optional<Entry> entry(ResolvedPath path);

    /**
     * Visits a folder and those below it that the visitors ask for. Returns when all were visited.
     *
     * <p>Implementations must not follow links, must visit a folder after its parent, and may visit folders on several
     * threads at once. What a visitor throws ends the walk and is thrown here.
     *
     * @throws WorkspaceException if it is absent, no folder, or outside, or can't be read
     */
    void walk(ResolvedPath folder, FolderVisitor visitor);

    /**
     * Is called for one folder of a walk. A visitor that several folders share must be thread-safe.
     */
    @FunctionalInterface
    interface FolderVisitor {

        /** Looks at a folder; it is valid during this call only. */
        void visit(Folder folder);

        /** Learns that a folder that it asked for could not be read; its parent's visitor is told. */
        default void unreadable(String path, String reason) {}
    }

    /** Is one folder during a walk. */
    interface Folder {

        /** Returns its path relative to the workspace's root, with slashes; empty for the root itself. */
        String path();

        /** Returns what stands in it, in the order of the names. */
        List<Entry> entries();

        /**
         * Opens one of its regular files for reading. The caller closes the stream before the visit ends.
         *
         * @throws WorkspaceException if it can't be read, or is no regular file any more
         */
        InputStream open(Entry file);

        /** Asks for a visit to one of its folders. */
        void descend(Entry folder, FolderVisitor visitor);
    }

    /**
     * Says what stands at one path.
     *
     * @param path relative to the workspace's root, with slashes; empty for the root itself
     * @param kind what it is
     * @param size in bytes; 0 for folders
     * @param modified when it last changed
     */
    record Entry(String path, Kind kind, long size, Instant modified) {

        /** Returns the last name of the path. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Is what can stand at a path. */
    enum Kind {
        /** A regular file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** Anything else: links, pipes, sockets, devices. */
        OTHER
    }
}
