package dev.cadre.tools.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Is a regular expression over UTF-8 that matches in time linear in the text, whatever it is. Immutable.
 *
 * <p>Whether a line matches is found by an automaton of our own; where exactly a match begins and ends, by RE2/J.
 */
public final class TextPattern {

    private static final int MAX_LENGTH = 10_000;

    private final String regex;
    private final boolean multiline;
    private final Program program;
    private final @Nullable Window window;
    private final @Nullable Pattern bounds;

    private TextPattern(
            String regex, boolean multiline, Program program, @Nullable Window window, @Nullable Pattern bounds) {
        this.regex = regex;
        this.multiline = multiline;
        this.program = program;
        this.window = window;
        this.bounds = bounds;
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
        Node node = RegexParser.parse(regex, ignoreCase, multiline);
        return new TextPattern(
                regex, multiline, Program.of(node), Window.of(node, !multiline), bounds(regex, ignoreCase, multiline));
    }

    private static @Nullable Pattern bounds(String regex, boolean ignoreCase, boolean multiline) {
        int flags = Pattern.MULTILINE | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0) | (multiline ? Pattern.DOTALL : 0);
        try {
            return Pattern.compile(regex, flags);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    /**
     * Makes sure that it can be found where a match begins and ends.
     *
     * @throws TextPatternException if that can't be found for this expression
     */
    public TextPattern withBounds() {
        if (bounds == null) {
            throw new TextPatternException("\"" + regex
                    + "\" can't be used with multiline or -o: RE2 does not know its syntax; use it without them");
        }
        return this;
    }

    /** Returns whether a match may span lines. */
    public boolean isMultiline() {
        return multiline;
    }

    /** Returns a finder of lines, for one thread. */
    LineFinder finder(BooleanSupplier stop) {
        return new LineFinder(window, new LazyDfa(program, !multiline, stop));
    }

    /** Returns a matcher over a part of a text. */
    Matcher matcher(byte[] text, int from, int to) {
        Pattern pattern = withBounds().bounds;
        if (pattern == null) {
            throw new IllegalStateException("an expression without bounds: " + regex);
        }
        return pattern.matcher(from == 0 && to == text.length ? text : Arrays.copyOfRange(text, from, to));
    }
}
