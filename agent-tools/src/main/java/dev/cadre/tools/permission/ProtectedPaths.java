package dev.cadre.tools.permission;

import dev.cadre.tools.path.ProtectedNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows the files inside a workspace that control programs or the agent itself. Writing them asks in every mode.
 *
 * <p>Names are compared as forgivingly as any file system does: case, invisible characters, trailing dots, alternate
 * streams and short names of Windows don't count.
 */
final class ProtectedPaths {

    // By the first of their names.
    private static final Map<String, List<List<String>>> FOLDERS = folders();

    private static final Set<String> FILES = files();

    private static final String FIRST_LETTERS = Stream.concat(FOLDERS.keySet().stream(), FILES.stream())
            .map(name -> name.substring(0, 1))
            .distinct()
            .collect(Collectors.joining());

    private ProtectedPaths() {}

    private static Map<String, List<List<String>>> folders() {
        return Stream.of(ProtectedNames.FOLDERS, ProtectedNames.DEEPER_FOLDERS, ProtectedNames.KEY_FOLDERS)
                .flatMap(List::stream)
                .map(path -> List.of(path.split("/", -1)))
                .collect(Collectors.groupingBy(names -> names.get(0)));
    }

    private static Set<String> files() {
        return Stream.of(ProtectedNames.FILES, ProtectedNames.KEY_FILES)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the protected name on a path, as it was named or where it leads; empty if there is none. */
    static Optional<String> nameOn(PlacedPath path) {
        Optional<String> named = nameOn(path.literal());
        return named.isPresent() || path.isOne() ? named : nameOn(path.real());
    }

    private static Optional<String> nameOn(PathNames path) {
        List<String> names = path.folded();
        for (int i = 0; i < names.size(); i++) {
            Optional<String> found = mayBeProtected(names.get(i)) ? nameAt(names, i) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    // Most names need no second look.
    private static boolean mayBeProtected(String name) {
        return !name.isEmpty() && (FIRST_LETTERS.indexOf(name.charAt(0)) >= 0 || name.indexOf('~') >= 0);
    }

    private static Optional<String> nameAt(List<String> path, int at) {
        List<String> names =
                path.subList(at, path.size()).stream().map(ProtectedPaths::bare).toList();
        String name = names.get(0);
        if (FILES.contains(name)) {
            return Optional.of(name);
        }
        return candidates(name).stream()
                .filter(folder -> startsWith(names, folder) && !isWorktree(names))
                .map(folder -> String.join("/", folder))
                .findFirst();
    }

    // A short name may stand for any of them.
    private static List<List<String>> candidates(String name) {
        return name.indexOf('~') < 0
                ? FOLDERS.getOrDefault(name, List.of())
                : FOLDERS.values().stream().flatMap(List::stream).toList();
    }

    private static boolean isWorktree(List<String> names) {
        return names.size() > 2
                && names.get(0).equals(".claude")
                && names.get(1).equals("worktrees");
    }

    private static boolean startsWith(List<String> names, List<String> folder) {
        if (folder.size() > names.size()) {
            return false;
        }
        for (int i = 0; i < folder.size(); i++) {
            if (!means(names.get(i), folder.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean means(String name, String wanted) {
        return name.equals(wanted) || isShortName(name, wanted);
    }

    // Windows abbreviates .git to GIT~1 and .devcontainer to DEVCON~1.
    private static boolean isShortName(String name, String wanted) {
        int tilde = name.indexOf('~');
        if (tilde <= 0 || tilde == name.length() - 1 || !wanted.startsWith(".")) {
            return false;
        }
        String stem = wanted.substring(1).replace(".", "");
        return name.substring(0, tilde).equals(stem.substring(0, Math.min(6, stem.length())))
                && name.substring(tilde + 1).chars().allMatch(Character::isDigit);
    }

    // Without an alternate stream, and without dots and blanks at the end.
    private static String bare(String folded) {
        int stream = folded.indexOf(':');
        int end = stream > 0 ? stream : folded.length();
        while (end > 1 && (folded.charAt(end - 1) == '.' || folded.charAt(end - 1) == ' ')) {
            end--;
        }
        return folded.substring(0, end);
    }
}
