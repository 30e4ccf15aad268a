package dev.cadre.tools.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;

/** Is a regular expression over UTF-8 that matches in time linear in the text, whatever it is. Immutable. */
public final class TextPattern {

    private static final int MAX_LENGTH = 10_000;

    private final Pattern pattern;
    private final boolean multiline;

    private TextPattern(Pattern pattern, boolean multiline) {
        this.pattern = pattern;
        this.multiline = multiline;
    }

    /**
     * Compiles an expression.
     *
     * @param multiline whether a match may span lines, and a dot match a line feed
     * @throws TextPatternException if it is malformed, too large, or needs backtracking
     */
    public static TextPattern compile(String regex, boolean ignoreCase, boolean multiline) {
        if (regex.length() > MAX_LENGTH) {
            throw new TextPatternException("the pattern is longer than " + MAX_LENGTH + " characters");
        }
        int flags = Pattern.MULTILINE | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0) | (multiline ? Pattern.DOTALL : 0);
        try {
            return new TextPattern(Pattern.compile(regex, flags), multiline);
        } catch (PatternSyntaxException e) {
            throw new TextPatternException("\"" + regex + "\" is no regular expression here: " + e.getDescription()
                    + (e.getPattern() == null ? "" : " \"" + e.getPattern() + "\"")
                    + "; backreferences and lookaround are not supported");
        }
    }

    boolean isMultiline() {
        return multiline;
    }

    /** Returns the start of the first line of a text of whole lines that matches, or -1. */
    int findLine(byte[] text, int from, int to) {
        int start = from;
        while (start < to) {
            int end = Lines.end(text, start, to);
            if (matcher(text, start, end).find()) {
                return start;
            }
            start = end + 1;
        }
        return -1;
    }

    /** Returns a matcher over a part of a text. */
    Matcher matcher(byte[] text, int from, int to) {
        return pattern.matcher(from == 0 && to == text.length ? text : Arrays.copyOfRange(text, from, to));
    }
}
