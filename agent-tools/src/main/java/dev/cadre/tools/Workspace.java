package dev.cadre.tools;

import dev.cadre.tools.permission.PathResolver;
import dev.cadre.tools.permission.ResolvedPath;
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
     * Reads a regular file.
     *
     * @param maxBytes how many bytes to return at most; the rest is left out
     * @throws WorkspaceException if it is absent, no regular file, or outside
     */
    byte[] read(ResolvedPath path, int maxBytes);

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
     * Returns all regular files below a folder, sorted by path, links not followed.
     *
     * @param limit how many to return at most
     * @throws WorkspaceException if it is absent, no folder, or outside
     */
    List<Entry> files(ResolvedPath folder, int limit);

    /**
     * Says what stands at one path.
     *
     * @param path relative to the workspace's root, with slashes; empty for the root itself
     * @param kind what it is
     * @param size in bytes; 0 for folders
     * @param modified when it last changed
     */
    record Entry(String path, Kind kind, long size, Instant modified) {}

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
