package dev.cadre.tools.permission;

import dev.cadre.tools.shell.Invocation;
import dev.cadre.tools.shell.Word;
import java.util.Set;

/**
 * Knows what no agent should remove without a person's word: the workspace as a whole, all that lies above it, homes, and
 * what lies directly below the root.
 */
final class CriticalRemoval {

    private static final Set<String> REMOVERS = Set.of("rm", "rmdir", "unlink", "shred");

    private final PathResolver paths;

    CriticalRemoval(PathResolver paths) {
        this.paths = paths;
    }

    /** Returns whether the program removes what it is given. */
    static boolean isRemoval(Invocation invocation) {
        String program = invocation.program();
        return REMOVERS.contains(program.substring(program.lastIndexOf('/') + 1));
    }

    /** Returns whether an operand, seen from a folder, is such a place or everything in one. */
    boolean means(Word word, String folder) {
        String text = word.text();
        if (word.wildcardAt() < 0) {
            return word.isHome() ? text.indexOf('/') < 0 || text.matches("[^/]*/+") : leadsToCritical(text, folder);
        }
        int slash = text.lastIndexOf('/', word.wildcardAt());
        String place = text.substring(0, slash + 1);
        if (!isWide(text.substring(slash + 1))) {
            return false;
        }
        return word.isHome() ? place.matches("[^/]*/+") : leadsToCritical(place, folder);
    }

    // Without its sets the pattern spells no letter: *, ?*, .*, [a-z]*, */
    private static boolean isWide(String pattern) {
        String bare = pattern.replaceAll("\\[[^\\]]*\\]", "?");
        return bare.indexOf('*') >= 0 && bare.chars().allMatch(c -> "*?./".indexOf(c) >= 0);
    }

    private boolean leadsToCritical(String place, String folder) {
        boolean isAbsolute = place.startsWith("/");
        String path = place.isEmpty() ? "." : place;
        try {
            ResolvedPath resolved = paths.resolve(isAbsolute || folder.equals(".") ? path : folder + "/" + path);
            return isCritical(resolved.literal()) || isCritical(resolved.real());
        } catch (PathRefusedException e) {
            return true;
        }
    }

    private boolean isCritical(String path) {
        String root = paths.root();
        String home = System.getProperty("user.home", "/nonexistent");
        return path.equals(root)
                || path.equals(home)
                || root.startsWith(path.endsWith("/") ? path : path + "/")
                || path.lastIndexOf('/') <= 0;
    }
}
