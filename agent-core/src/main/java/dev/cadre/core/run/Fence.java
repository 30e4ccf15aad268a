package dev.cadre.core.run;

import java.util.Optional;

/**
 * A line that opens code in Markdown.
 *
 * @param sign a backtick or a tilde
 * @param length how many there are
 */
record Fence(char sign, int length) {

    private static final int SHORTEST = 3;

    /** Reads a line; one whose backticks close again on it is code within a line. */
    static Optional<Fence> opening(String line) {
        char sign = line.isEmpty() ? ' ' : line.charAt(0);
        int length = run(line, sign);
        boolean within = sign == '`' && line.indexOf('`', length) >= 0;
        boolean opens = (sign == '`' || sign == '~') && length >= SHORTEST && !within;
        return opens ? Optional.of(new Fence(sign, length)) : Optional.empty();
    }

    /** Returns whether the line holds nothing but the same sign, at least as often. */
    boolean isClosedBy(String line) {
        int closing = run(line, sign);
        return closing >= length && line.substring(closing).isBlank();
    }

    private static int run(String line, char sign) {
        int end = 0;
        while (end < line.length() && line.charAt(end) == sign) {
            end++;
        }
        return end;
    }
}
