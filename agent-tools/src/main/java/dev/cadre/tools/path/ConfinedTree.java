package dev.cadre.tools.path;

import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Resolves paths against one folder of the local file system and opens what lies in it, whatever links it holds. */
public final class ConfinedTree {

    private final Path given;
    private final Path root;
    private final boolean byPath;
    private final HardLinks hardLinks;
    private final boolean windows = File.separatorChar == '\\';

    private ConfinedTree(Path given, Path root, boolean byPath) {
        this.given = given;
        this.root = root;
        this.byPath = byPath;
        this.hardLinks = new HardLinks(root);
    }

    /** Makes the tree of an existing folder. */
    public static ConfinedTree of(Path folder) throws IOException {
        return of(folder, false);
    }

    /** Makes the tree of an existing folder, optionally without using descriptors of folders. */
    static ConfinedTree of(Path folder, boolean byPath) throws IOException {
        Path given = folder.toAbsolutePath().normalize();
        Path root = given.toRealPath();
        try (OpenFolder open = byPath ? OpenFolder.openByPath(root) : OpenFolder.open(root)) {
            return new ConfinedTree(given, root, !open.isHeld());
        }
    }

    /** Returns whether operations are relative to descriptors of folders, so that swaps can't lead them outside. */
    public boolean isHeld() {
        return !byPath;
    }

    /** Returns the folder, links followed. */
    public Path root() {
        return root;
    }

    /** Returns the folder's path with slashes. */
    public String rootPath() {
        return slashes(root);
    }

    /**
     * Finds where a path leads; see {@code PathResolver}.
     *
     * @throws PathRefusedException if it is malformed or leads to what is neither file nor folder
     */
    public ResolvedPath resolve(String text) {
        try {
            PathSyntax.Split split = PathSyntax.split(text, windows);
            Path start = split.absolute() ? rootOf(text) : root;
            Path literal = literal(start, split.names());
            Path real = LinkWalk.follow(text, windows, root, start, split.names());
            hardLinks.refuseForeign(text, real);
            return new ResolvedPath(slashes(literal), slashes(real), literal.startsWith(root) && real.startsWith(root));
        } catch (InvalidPathException e) {
            throw PathSyntax.refused(text, "this system can't hold such a name: " + e.getReason());
        }
    }

    private Path rootOf(String text) {
        Path start = windows ? Path.of(text).getRoot() : root.getRoot();
        return Objects.requireNonNullElse(start, root.getRoot());
    }

    /** Removes dots by name. A workspace that was named through a link is known by that name too. */
    private Path literal(Path start, List<String> names) {
        Deque<String> kept = new ArrayDeque<>();
        Path from = start;
        for (String name : names) {
            if (!name.equals("..")) {
                kept.addLast(name);
            } else if (!kept.isEmpty()) {
                kept.removeLast();
            } else if (from.getParent() != null) {
                from = from.getParent();
            }
        }
        Path literal = from;
        for (String name : kept) {
            literal = literal.resolve(name);
        }
        return literal.startsWith(given) ? root.resolve(given.relativize(literal)) : literal;
    }

    private String slashes(Path path) {
        return windows ? path.toString().replace('\\', '/') : path.toString();
    }

    /** Returns a path of the tree relative to its root, with slashes; empty for the root. */
    public String relative(ResolvedPath path) {
        return names(path).stream().map(Path::toString).collect(Collectors.joining("/"));
    }

    /** Opens a folder of the tree. */
    public OpenFolder folder(ResolvedPath path) throws IOException {
        return descend(names(path));
    }

    /** Opens a regular file of the tree; gives up when what stands there does not open in time. */
    public InputStream file(ResolvedPath path) throws IOException {
        List<Path> names = names(path);
        try (OpenFolder parent = parent(names)) {
            Path name = last(names);
            BasicFileAttributes before = parent.look(name);
            if (!before.isRegularFile()) {
                throw new FileSystemException(
                        name.toString(), null, before.isDirectory() ? "it is a folder" : "it is no regular file");
            }
            InputStream in = TimedOpening.open(() -> parent.file(name), TimedOpening.PATIENCE);
            if (!Objects.equals(before.fileKey(), parent.look(name).fileKey())) {
                in.close();
                throw new FileSystemException(name.toString(), null, "it changed while it was opened");
            }
            return in;
        }
    }

    /** Returns what stands at a path of the tree. */
    public BasicFileAttributes look(ResolvedPath path) throws IOException {
        List<Path> names = names(path);
        if (names.isEmpty()) {
            return Files.readAttributes(root, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
        try (OpenFolder parent = parent(names)) {
            return parent.look(last(names));
        }
    }

    /** Puts content at a path of the tree, making the folders that lack. */
    public void write(ResolvedPath path, byte[] content) throws IOException {
        List<Path> names = names(path);
        if (names.isEmpty()) {
            throw new FileSystemException(path.literal(), null, "it is a folder");
        }
        makeFolders(names.subList(0, names.size() - 1));
        try (OpenFolder parent = parent(names)) {
            Path name = last(names);
            try {
                BasicFileAttributes old = parent.look(name);
                if (!old.isRegularFile()) {
                    throw new FileSystemException(
                            name.toString(), null, old.isDirectory() ? "it is a folder" : "it is no regular file");
                }
            } catch (NoSuchFileException e) {
                // A new file.
            }
            parent.replace(name, content);
        }
    }

    /**
     * Makes the folders that lack. There is no call that makes a folder below a descriptor, so each is made in the
     * root, which nobody inside can swap, and moved.
     */
    private void makeFolders(List<Path> names) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            try (OpenFolder parent = descend(names.subList(0, i))) {
                if (!exists(parent, names.get(i))) {
                    makeFolder(parent, names.get(i));
                }
            }
        }
    }

    private void makeFolder(OpenFolder parent, Path name) throws IOException {
        Path temporary = OneName.temporary();
        Files.createDirectory(root.resolve(temporary));
        try (OpenFolder top = open()) {
            parent.adopt(top, temporary, name);
        } catch (FileAlreadyExistsException e) {
            Files.deleteIfExists(root.resolve(temporary));
        } catch (IOException e) {
            Files.deleteIfExists(root.resolve(temporary));
            throw e;
        }
    }

    private static boolean exists(OpenFolder parent, Path name) throws IOException {
        try {
            parent.look(name);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private OpenFolder open() throws IOException {
        return byPath ? OpenFolder.openByPath(root) : OpenFolder.open(root);
    }

    private OpenFolder descend(List<Path> names) throws IOException {
        OpenFolder current = open();
        for (Path name : names) {
            try (OpenFolder parent = current) {
                current = parent.folder(name);
            }
        }
        return current;
    }

    private OpenFolder parent(List<Path> names) throws IOException {
        if (names.isEmpty()) {
            throw new FileSystemException(root.toString(), null, "it is a folder");
        }
        return descend(names.subList(0, names.size() - 1));
    }

    private static Path last(List<Path> names) {
        return names.get(names.size() - 1);
    }

    /** Returns the names below the root of where a path led; links that stand there now are refused when opened. */
    private List<Path> names(ResolvedPath path) {
        Path real = Path.of(path.real());
        if (!path.inside() || !real.startsWith(root) || !real.equals(real.normalize())) {
            throw new PathRefusedException("\"" + path.literal() + "\" is outside the workspace " + slashes(root));
        }
        List<Path> names = new ArrayList<>();
        if (!real.equals(root)) {
            root.relativize(real).forEach(names::add);
        }
        return names;
    }
}
