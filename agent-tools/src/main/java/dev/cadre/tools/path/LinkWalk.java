package dev.cadre.tools.path;

import dev.cadre.tools.permission.PathRefusedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds where a path leads, one name at a time, as the kernel would; names that do not exist are kept.
 *
 * <p>Serves decisions only: what is opened later is opened without following any link.
 */
final class LinkWalk {

    private static final int MAX_LINKS = 40;
    private static final List<Path> SYSTEM = List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

    private final String text;
    private final boolean windows;
    private final Path root;
    private final Deque<String> pending = new ArrayDeque<>();
    private Path current;
    private int links;

    private LinkWalk(String text, boolean windows, Path root, Path start) {
        this.text = text;
        this.windows = windows;
        this.root = root;
        this.current = start;
    }

    /**
     * Follows the names from a folder whose own path holds no links.
     *
     * @param text the path as it was given, for messages
     * @param root the workspace, which may lie below a system folder
     */
    static Path follow(String text, boolean windows, Path root, Path start, List<String> names) {
        LinkWalk walk = new LinkWalk(text, windows, root, start);
        walk.pending.addAll(names);
        while (!walk.pending.isEmpty()) {
            walk.step(walk.pending.pop());
        }
        return walk.current;
    }

    private void step(String name) {
        if (name.equals("..")) {
            Path parent = current.getParent();
            current = parent == null ? current : parent;
            return;
        }
        Path next = current.resolve(name);
        refuseSystem(next);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(next, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                followLink(next);
                return;
            }
            if (attributes.isOther()) {
                throw PathSyntax.special(text, "it leads to a pipe, a socket or a device");
            }
        } catch (NoSuchFileException e) {
            // What does not exist yet holds no link.
        } catch (FileSystemException e) {
            refuseUnlessAbsent(e);
        } catch (IOException e) {
            throw refused("it can't be looked at: " + e.getMessage());
        }
        current = next;
    }

    private void followLink(Path link) throws IOException {
        links++;
        if (links > MAX_LINKS) {
            throw refused("it has more than " + MAX_LINKS + " links");
        }
        Path target = Files.readSymbolicLink(link);
        if (target.isAbsolute()) {
            current = target.getRoot();
        }
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
            String name = target.getName(i).toString();
            if (!name.isEmpty() && !name.equals(".")) {
                pending.push(name);
            }
        }
    }

    /** A name below a file does not exist; a name that we may not look at must not pass for absent. */
    private void refuseUnlessAbsent(FileSystemException e) {
        if (!Files.isRegularFile(current, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("it can't be looked at: " + (e.getReason() == null ? "access denied" : e.getReason()));
        }
    }

    private void refuseSystem(Path next) {
        if (!windows
                && !next.startsWith(root)
                && SYSTEM.stream().anyMatch(next::startsWith)
                && !root.startsWith(next)) {
            throw refused("it leads into a folder of the operating system");
        }
    }

    private PathRefusedException refused(String reason) {
        return PathSyntax.refused(text, reason);
    }
}
