package dev.cadre.tools.path;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Is a folder held open. Everything in it is reached by one name and without following links, so that what happens to
 * the path above does not matter.
 *
 * <p>Thread-safe but for {@link #close()} and {@link #list()}.
 */
public sealed interface OpenFolder extends Closeable permits HandleFolder, PathFolder {

    /** Opens a folder whose path holds no links. */
    // The stream is the descriptor; it lives as long as the folder.
    @SuppressWarnings("StreamResourceLeak")
    static OpenFolder open(Path real) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(real);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new HandleFolder(secure);
        }
        stream.close();
        return new PathFolder(real);
    }

    /** Opens a folder whose path holds no links, without handles, as on systems that have none. */
    static OpenFolder openByPath(Path real) throws IOException {
        return new PathFolder(real);
    }

    /** Returns whether a swap of a folder above can't lead operations elsewhere. */
    boolean isHeld();

    /** Returns the names in it, sorted. May be called once. */
    List<Path> list() throws IOException;

    /** Returns what stands at a name. */
    BasicFileAttributes look(Path name) throws IOException;

    /** Opens a folder in it. */
    OpenFolder folder(Path name) throws IOException;

    /** Opens a regular file in it. May block if something else stands there. */
    InputStream file(Path name) throws IOException;

    /** Puts content at a name, in one step, for what stood there or new; keeps mode bits and owner. */
    void replace(Path name, byte[] content) throws IOException;

    /**
     * Moves an empty folder into it, unless the name is taken.
     *
     * @param from the open workspace root, in which the empty folder stands
     */
    void adopt(OpenFolder from, Path emptyFolder, Path name) throws IOException;
}
