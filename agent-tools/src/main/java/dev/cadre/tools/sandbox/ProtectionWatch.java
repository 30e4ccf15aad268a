package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for protected files and folders that were absent and that a command made, and sets them aside: they get another
 * name, under which no program looks for them. Nothing is deleted, for a person may have made them meanwhile.
 *
 * <p>Used by one thread at a time.
 */
final class ProtectionWatch {

    private static final String ASIDE = ".set-aside";

    private final Path workspace;
    private final List<Path> absent = new ArrayList<>();

    ProtectionWatch(Path workspace, List<String> names) {
        this.workspace = workspace;
        for (String name : names) {
            Path path = Path.of(name);
            if (present(path) == null) {
                absent.add(path);
            }
        }
    }

    /** Takes a file for the host's; returns whether it belongs to a protected place that was absent. */
    boolean accept(Path file) {
        return absent.removeIf(path -> file.startsWith(workspace.resolve(path)));
    }

    /**
     * Sets aside what was made.
     *
     * @return the names, relative to the workspace
     * @throws IOException if that fails
     */
    List<String> setAside() throws IOException {
        Set<String> made = new LinkedHashSet<>();
        for (Path path : absent) {
            Path culprit = present(path);
            if (culprit != null) {
                rename(culprit);
                made.add(culprit.toString());
            }
        }
        return new ArrayList<>(made);
    }

    /** Returns what makes a place exist, itself or a link on the way to it; null if it does not exist. */
    private @Nullable Path present(Path path) {
        for (int count = 1; count < path.getNameCount(); count++) {
            Path way = path.subpath(0, count);
            if (Files.isSymbolicLink(workspace.resolve(way))) {
                return Files.exists(workspace.resolve(path)) ? way : null;
            }
        }
        return Files.exists(workspace.resolve(path), LinkOption.NOFOLLOW_LINKS) ? path : null;
    }

    // A background process may exchange the folders on the way, so they are opened one by one and links not followed.
    private void rename(Path path) throws IOException {
        try (DirectoryStream<Path> root = Files.newDirectoryStream(workspace)) {
            if (!(root instanceof SecureDirectoryStream<Path> folder)) {
                throw new IOException("the file system of " + workspace + " gives no handles of folders");
            }
            rename(folder, path);
        }
    }

    private void rename(SecureDirectoryStream<Path> folder, Path path) throws IOException {
        Path name = path.getName(0);
        if (path.getNameCount() == 1) {
            folder.move(name, folder, free(folder, name));
            return;
        }
        try (SecureDirectoryStream<Path> next = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            rename(next, path.subpath(1, path.getNameCount()));
        }
    }

    private static Path free(SecureDirectoryStream<Path> folder, Path name) {
        Set<String> taken = new LinkedHashSet<>();
        folder.forEach(entry -> taken.add(entry.getFileName().toString()));
        String free = name + ASIDE;
        for (int number = 2; taken.contains(free); number++) {
            free = name + ASIDE + "-" + number;
        }
        return Path.of(free);
    }
}
