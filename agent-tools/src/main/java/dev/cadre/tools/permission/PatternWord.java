package dev.cadre.tools.permission;

/**
 * Is one word of a command's pattern.
 *
 * @param text without quotes; a wildcard is a {@code *}
 * @param globText the same for {@link Glob}, in which only wildcards are special
 * @param glob the compiled globText
 */
record PatternWord(String text, String globText, boolean hasWildcard, Glob glob) {

    static PatternWord of(String text, String globText, boolean hasWildcard) {
        return new PatternWord(text, globText, hasWildcard, Glob.compile(globText));
    }

    boolean isAnything() {
        return hasWildcard && text.chars().allMatch(c -> c == '*');
    }

    boolean endsOpen() {
        return hasWildcard && globText.endsWith("*") && !globText.endsWith("\\*");
    }

    boolean isOption() {
        return isOption(text);
    }

    static boolean isOption(String word) {
        return word.length() > 1 && word.startsWith("-");
    }

    boolean matches(String word) {
        return hasWildcard ? glob.matches(word) : text.equals(word);
    }
}
