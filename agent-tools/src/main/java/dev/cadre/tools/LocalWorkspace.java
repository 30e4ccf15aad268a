package dev.cadre.tools;

import dev.cadre.tools.path.ConfinedTree;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Is a folder of the local file system as a workspace. Thread-safe.
 *
 * <p>Paths are opened one name at a time relative to descriptors of folders, and no link is followed after the decision:
 * links may lead to other places in the workspace but never out of it, also when somebody changes the tree meanwhile.
 * Where the system has no such descriptors (Windows), paths are compared before and after each operation instead, which
 * a fast enough swap can escape; {@link #confinement()} says which of both holds.
 *
 * <p>Pipes, sockets and devices are refused, and so are files with another name (a hard link) outside the folder. Writing
 * replaces a file in one step and keeps its mode bits; other hard links to it keep the old content.
 */
public final class LocalWorkspace implements Workspace {

    private final ConfinedTree tree;

    private LocalWorkspace(ConfinedTree tree) {
        this.tree = tree;
    }

    /** Says how operations are kept inside the folder. */
    public enum Confinement {
        /** By descriptors of folders: holds against changes at any moment. */
        DESCRIPTORS,
        /** By comparing paths before and after: holds unless somebody swaps folders during an operation. */
        PATHS
    }

    /**
     * Opens a folder.
     *
     * @throws WorkspaceException if it is absent, no folder, or can't be read
     */
    public static LocalWorkspace open(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WorkspaceException("the workspace \"" + folder + "\" is no folder", null);
        }
        try {
            return new LocalWorkspace(ConfinedTree.of(folder));
        } catch (IOException e) {
            throw new WorkspaceException("the workspace \"" + folder + "\" can't be opened: " + reason(e), e);
        }
    }

    /** Returns how operations are kept inside the folder on this system. */
    public Confinement confinement() {
        return tree.isHeld() ? Confinement.DESCRIPTORS : Confinement.PATHS;
    }

    /** Returns the folder, links followed. */
    public Path folder() {
        return tree.root();
    }

    @Override
    public String root() {
        return tree.rootPath();
    }

    @Override
    public ResolvedPath resolve(String path) {
        return tree.resolve(path);
    }

    @Override
    public InputStream open(ResolvedPath path) {
        try {
            return tree.file(path);
        } catch (IOException e) {
            throw failed(path.literal(), "read", e);
        }
    }

    @Override
    public void write(ResolvedPath path, byte[] content) {
        try {
            tree.write(path, content);
        } catch (IOException e) {
            throw failed(path.literal(), "written", e);
        }
    }

    @Override
    public Optional<Entry> entry(ResolvedPath path) {
        try {
            BasicFileAttributes attributes = tree.look(path);
            return Optional.of(LocalWalk.entry(tree.relative(path), attributes));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(path.literal(), "looked at", e);
        }
    }

    @Override
    public void walk(ResolvedPath folder, FolderVisitor visitor) {
        try {
            Entry entry = LocalWalk.entry(tree.relative(folder), tree.look(folder));
            LocalWalk.walk(tree.folder(folder), entry, visitor);
        } catch (IOException e) {
            throw failed(folder.literal(), "searched", e);
        }
    }

    static WorkspaceException failed(String path, String participle, IOException e) {
        return new WorkspaceException("\"" + path + "\" can't be " + participle + ": " + reason(e), e);
    }

    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (e instanceof FileSystemLoopException) {
            return "it is a link";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            String reason = failure.getReason();
            return reason.startsWith("Too many levels of symbolic links") ? "a link stands in its way" : reason;
        }
        return String.valueOf(e.getMessage());
    }
}
