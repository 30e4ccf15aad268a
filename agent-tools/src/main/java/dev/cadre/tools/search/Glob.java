package dev.cadre.tools.search;

import com.google.re2j.Pattern;
import java.util.function.Predicate;

/**
 * Matches paths with slashes, relative to some folder, in time linear in their length.
 *
 * <p>As in gitignore, a glob without a slash (but at its end) matches the last name at any depth, a glob with one the
 * whole path.
 */
public final class Glob {

    private final Predicate<String> matcher;
    private final boolean foldersOnly;

    private Glob(Predicate<String> matcher, boolean foldersOnly) {
        this.matcher = matcher;
        this.foldersOnly = foldersOnly;
    }

    /**
     * Parses a glob.
     *
     * @throws GlobSyntaxException if the text is no glob
     */
    public static Glob parse(String text) {
        boolean foldersOnly = text.endsWith("/");
        String glob = foldersOnly ? text.substring(0, text.length() - 1) : text;
        boolean anchored = glob.indexOf('/') >= 0;
        if (glob.startsWith("/")) {
            glob = glob.substring(1);
        }
        if (glob.isEmpty()) {
            throw new GlobSyntaxException(text, "it is empty");
        }
        return new Glob(anchored ? anchored(glob) : ofName(glob), foldersOnly);
    }

    private static Predicate<String> anchored(String glob) {
        Predicate<String> general = general(GlobRegex.of(glob));
        return isLiteral(glob) ? glob::equals : general;
    }

    /** Matches the last name of a path; the usual shapes without a regular expression. */
    private static Predicate<String> ofName(String glob) {
        Predicate<String> general = general("(?:.*/)?" + GlobRegex.of(glob));
        if (isLiteral(glob)) {
            return path -> path.endsWith(glob)
                    && (path.length() == glob.length() || path.charAt(path.length() - glob.length() - 1) == '/');
        }
        String suffix = glob.substring(1);
        return glob.charAt(0) == '*' && isLiteral(suffix) ? path -> path.endsWith(suffix) : general;
    }

    private static Predicate<String> general(String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
        return pattern::matches;
    }

    private static boolean isLiteral(String glob) {
        return glob.chars().noneMatch(c -> "*?[]{}\\".indexOf(c) >= 0);
    }

    /** Returns whether the glob matches a path. */
    public boolean matches(String path, boolean folder) {
        return (folder || !foldersOnly) && matcher.test(path);
    }
}
