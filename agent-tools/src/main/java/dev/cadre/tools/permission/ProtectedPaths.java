package dev.cadre.tools.permission;

import dev.cadre.tools.path.ProtectedNames;
import java.util.ArrayList;
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
        List<String> names = new ArrayList<>(path.size());
        path.folded().forEach(name -> names.add(bare(name)));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (FILES.contains(name)) {
                return Optional.of(name);
            }
            for (List<String> folder : candidates(name)) {
                if (startsAt(names, i, folder) && !isWorktree(names, i)) {
                    return Optional.of(String.join("/", folder));
                }
            }
        }
        return Optional.empty();
    }

    // A short name may stand for any of them.
    private static List<List<String>> candidates(String name) {
        return name.indexOf('~') < 0
                ? FOLDERS.getOrDefault(name, List.of())
                : FOLDERS.values().stream().flatMap(List::stream).toList();
    }

    private static boolean isWorktree(List<String> names, int at) {
        return names.get(at).equals(".claude")
                && at + 2 < names.size()
                && names.get(at + 1).equals("worktrees");
    }

    private static boolean startsAt(List<String> names, int at, List<String> folder) {
        if (at + folder.size() > names.size()) {
            return false;
        }
        for (int k = 0; k < folder.size(); k++) {
            if (!means(names.get(at + k), folder.get(k))) {
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
