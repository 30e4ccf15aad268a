package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places of a workspace that decide what runs on the host later: repositories' hooks, settings of editors, build
 * tools and agents. Commands may read but not change them.
 *
 * <p>A file alone can't be protected, its folder can be renamed; so whole folders are. A folder that is absent could be
 * made; so an empty one takes its place while sandboxes run.
 */
final class ProtectedPlaces {

    private static final List<String> FOLDERS = List.of(
            ".git",
            ".claude",
            ".codex",
            ".cursor",
            ".gemini",
            ".opencode",
            ".vscode",
            ".idea",
            ".husky",
            ".devcontainer",
            ".mvn",
            ".cargo",
            ".yarn");

    private static final List<String> FILES = List.of(
            ".mcp.json",
            ".claude.json",
            ".gitconfig",
            ".gitmodules",
            ".bashrc",
            ".bash_profile",
            ".profile",
            ".zshrc",
            ".zprofile",
            ".ripgreprc",
            ".npmrc",
            ".yarnrc",
            ".yarnrc.yml");

    private final List<Path> existing = new ArrayList<>();
    private final List<Path> points = new ArrayList<>();

    private ProtectedPlaces() {}

    /**
     * Looks at a workspace.
     *
     * @throws BackendUnavailableException if a protected folder is a symbolic link, which nothing can protect
     */
    static ProtectedPlaces of(Path workspace) throws BackendUnavailableException {
        ProtectedPlaces places = new ProtectedPlaces();
        for (String name : FOLDERS) {
            places.add(workspace.resolve(name), true);
        }
        for (String name : FILES) {
            places.add(workspace.resolve(name), false);
        }
        return places;
    }

    private void add(Path path, boolean evenAbsent) throws BackendUnavailableException {
        if (Files.isSymbolicLink(path)) {
            throw new BackendUnavailableException(
                    "\"" + path
                            + "\" is a symbolic link, which can't be protected from commands; put a folder or file in its place");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            existing.add(path);
        }
        if (evenAbsent && (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) || isMountPoint(path))) {
            points.add(path);
        }
    }

    /** Says whether a folder was made by a launcher: empty, and nobody may write it. */
    private static boolean isMountPoint(Path folder) {
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getPosixFilePermissions(folder).equals(PosixFilePermissions.fromString("r-xr-xr-x"))) {
                return false;
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                return !entries.iterator().hasNext();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is there. */
    List<Path> existing() {
        return existing;
    }

    /** Returns what is absent, or there only for sandboxes; the launcher makes and removes it. */
    List<Path> points() {
        return points;
    }
}
