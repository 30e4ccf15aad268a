package dev.cadre.tools.shell;

/**
 * Is one argument of a command after quotes were removed.
 *
 * @param text what the command gets; for a wildcard or a home, as it was written
 * @param wildcardAt the index of the first unquoted wildcard; -1 if the command gets exactly the text
 * @param isHome whether bash puts a home folder in place of a {@code ~}
 */
public record Word(String text, int wildcardAt, boolean isHome) {

    /** Makes a word that stays as it is. */
    public static Word literal(String text) {
        return new Word(text, -1, false);
    }

    /** Returns whether the command gets exactly the text. */
    public boolean isLiteral() {
        return wildcardAt < 0 && !isHome;
    }

    /** Returns whether the file names that take the place of a wildcard may look like options. */
    public boolean mayBecomeOption() {
        return wildcardAt == 0 || (wildcardAt > 0 && text.startsWith("-"));
    }

    boolean isOption() {
        return text.length() > 1 && text.charAt(0) == '-';
    }
}
