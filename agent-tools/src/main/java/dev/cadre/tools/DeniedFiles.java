package dev.cadre.tools;

import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a policy denies to read in a workspace, so that a sandbox can hide it. A folder all of which is denied stands
 * for what lies in it. Links are not followed.
 */
final class DeniedFiles extends SimpleFileVisitor<Path> {

    private static final int MOST_ENTRIES = 50_000;
    private static final int MOST_DENIED = 1_000;

    // A name that no rule spells: what means it means every file of its folder.
    private static final String ANY = "any file, whatever its name";

    private static final System.Logger LOG = System.getLogger(DeniedFiles.class.getName());

    private final Path root;
    private final PermissionPolicy policy;
    private final List<Path> denied = new ArrayList<>();
    private int entries;

    private DeniedFiles(Path root, PermissionPolicy policy) {
        this.root = root;
        this.policy = policy;
    }

    /** Returns absolute paths, folders before what lies beside them. */
    static List<Path> in(Path root, PermissionPolicy policy) {
        if (!policy.deniesReading()) {
            return List.of();
        }
        DeniedFiles files = new DeniedFiles(root, policy);
        try {
            Files.walkFileTree(root, files);
        } catch (IOException e) {
            throw new SandboxUnavailableException(
                    "the workspace \"" + root + "\" can't be searched for files that rules deny: " + e);
        }
        return files.denied;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (isDenied(folder.resolve(ANY))) {
            denied.add(folder);
            return next(FileVisitResult.SKIP_SUBTREE);
        }
        boolean isRepository = folder.getFileName().toString().equals(".git");
        return next(isRepository ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink() && isDenied(file)) {
            denied.add(file);
        }
        return next(FileVisitResult.CONTINUE);
    }

    // What can't be opened here can't be opened by commands either.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return next(FileVisitResult.CONTINUE);
    }

    private boolean isDenied(Path file) {
        String path = file.toString().replace('\\', '/');
        return policy.deniesReading(new ResolvedPath(path, path, true), root.toString());
    }

    private FileVisitResult next(FileVisitResult result) {
        if (++entries < MOST_ENTRIES && denied.size() < MOST_DENIED) {
            return result;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "the workspace {0} has more than {1} entries, or more than {2} that rules deny; only the first are hidden"
                        + " from commands, the rules on commands hold for all",
                root,
                MOST_ENTRIES,
                MOST_DENIED);
        return FileVisitResult.TERMINATE;
    }
}
