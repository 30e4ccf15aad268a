package dev.cadre.tools.sandbox;

import dev.cadre.tools.path.ProtectedNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the places of a workspace that decide what runs on the host later: repositories' hooks, settings of editors, build
 * tools and agents. Commands may read but not change them.
 *
 * <p>A file alone can't be protected, its folder can be renamed; so whole folders are, and the folders on the way to them
 * are made mounts, which nobody can rename. A folder that is absent could be made; so an empty one takes its place while
 * sandboxes run, or {@link ProtectionWatch} looks whether it was.
 */
final class ProtectedPlaces {

    /** Stands in front of names that are meant below folders of the workspace, at any depth. */
    static final String DEEPER = "*/";

    private static final String REPOSITORY = ".git";

    /**
     * What in a repository names programs or other repositories, or is a list of commands to be gone on with: git's page on
     * the repository's layout. A commit needs none of it to change.
     */
    private static final List<String> IN_REPOSITORY = List.of(
            "config",
            "config.worktree",
            "hooks",
            "info",
            "commondir",
            "gitdir",
            "modules",
            "worktrees",
            "remotes",
            "branches",
            "rebase-merge",
            "rebase-apply",
            "sequencer",
            "objects/info/alternates",
            "objects/info/http-alternates");

    private final Path workspace;
    private final Set<Path> existing = new LinkedHashSet<>();
    private final Set<Path> way = new LinkedHashSet<>();
    private final List<Path> points = new ArrayList<>();

    private ProtectedPlaces(Path workspace) {
        this.workspace = workspace;
    }

    /**
     * Looks at a workspace.
     *
     * @param repositories the repositories' {@code .git} below its folders
     * @throws BackendUnavailableException if a protected place is a symbolic link, which nothing can protect
     */
    static ProtectedPlaces of(Path workspace, List<Path> repositories, SandboxPlan.Repository access)
            throws BackendUnavailableException, IOException {
        ProtectedPlaces places = new ProtectedPlaces(workspace);
        boolean commits = commits(workspace, access);
        for (String name : ProtectedNames.FOLDERS) {
            if (!commits || !name.equals(REPOSITORY)) {
                places.addExisting(workspace.resolve(name));
                places.addPoint(workspace.resolve(name));
            }
        }
        if (commits) {
            for (String name : IN_REPOSITORY) {
                places.addExisting(workspace.resolve(REPOSITORY).resolve(name));
            }
        }
        for (String name : ProtectedNames.DEEPER_FOLDERS) {
            places.addExisting(workspace.resolve(name));
        }
        for (String name : ProtectedNames.FILES) {
            places.addExisting(workspace.resolve(name));
        }
        for (Path repository : repositories) {
            places.addExisting(repository);
        }
        return places;
    }

    /** Returns the names that nothing can stand in for while they are absent; what commands make there is set aside. */
    static List<String> watched(SandboxPlan.Repository access) {
        List<String> watched = new ArrayList<>(ProtectedNames.FILES);
        watched.addAll(ProtectedNames.DEEPER_FOLDERS);
        if (access == SandboxPlan.Repository.COMMIT) {
            IN_REPOSITORY.forEach(name -> watched.add(REPOSITORY + "/" + name));
        }
        return watched;
    }

    /** Returns all that is protected, for back ends that protect names whether they exist or not. */
    static List<String> names(SandboxPlan.Repository access) {
        List<String> names = new ArrayList<>(ProtectedNames.FOLDERS);
        if (access == SandboxPlan.Repository.COMMIT) {
            names.remove(REPOSITORY);
        }
        names.addAll(watched(access));
        names.add(DEEPER + REPOSITORY);
        return names;
    }

    /** Returns the folders that lead to what is protected. */
    static List<String> ways(SandboxPlan.Repository access) {
        Set<String> ways = new LinkedHashSet<>();
        for (String name : names(access)) {
            for (int at = name.indexOf('/'); at > 0 && !name.startsWith(DEEPER); at = name.indexOf('/', at + 1)) {
                ways.add(name.substring(0, at));
            }
        }
        return new ArrayList<>(ways);
    }

    // Where it is a file, the repository is elsewhere and out of reach.
    private static boolean commits(Path workspace, SandboxPlan.Repository access) {
        return access == SandboxPlan.Repository.COMMIT
                && Files.isDirectory(workspace.resolve(REPOSITORY), LinkOption.NOFOLLOW_LINKS);
    }

    private void addExisting(Path path) throws BackendUnavailableException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path folder = workspace;
        for (Path name : workspace.relativize(path)) {
            folder = folder.resolve(name);
            if (Files.isSymbolicLink(folder)) {
                throw new BackendUnavailableException(
                        "\"" + folder
                                + "\" is a symbolic link, which can't be protected from commands; put a folder or file in its place");
            }
            if (!folder.equals(path)) {
                way.add(folder);
            }
        }
        existing.add(path);
    }

    private void addPoint(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) || isPoint(path)) {
            points.add(path);
        }
    }

    /** Says whether a folder was made by a launcher: empty, and nobody may write it. */
    private static boolean isPoint(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.getPosixFilePermissions(folder).equals(PosixFilePermissions.fromString("r-xr-xr-x"))) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    /** Returns the folders that lead to a protected place, outer ones first; to be made mounts. */
    Set<Path> way() {
        return way;
    }

    /** Returns what is there. */
    Set<Path> existing() {
        return existing;
    }

    /** Returns what is absent, or there only for sandboxes; the launcher makes and removes it. */
    List<Path> points() {
        return points;
    }
}
