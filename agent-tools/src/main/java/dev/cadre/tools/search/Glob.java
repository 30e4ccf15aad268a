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
        String regex = GlobRegex.of(glob);
        Pattern pattern = Pattern.compile(anchored ? regex : "(?:.*/)?" + regex, Pattern.DOTALL);
        return new Glob(pattern::matches, foldersOnly);
    }

    /** Returns whether the glob matches a path. */
    public boolean matches(String path, boolean folder) {
        return (folder || !foldersOnly) && matcher.test(path);
    }
}
