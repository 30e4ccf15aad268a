package dev.cadre.core.source;

/**
 * One line of a text.
 *
 * @param start the offset of its first character
 * @param end the offset after its last character, before the line break
 * @param next the offset of the next line, or the end of the text
 */
record Line(int start, int end, int next) {

    static Line at(String text, int start) {
        return at(text, start, text.length());
    }

    static Line at(String text, int start, int limit) {
        int end = start;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        int next = end;
        if (next < limit) {
            next += text.charAt(next) == '\r' && next + 1 < limit && text.charAt(next + 1) == '\n' ? 2 : 1;
        }
        return new Line(start, end, next);
    }

    boolean isBlank(String text) {
        return indent(text) == end - start;
    }

    /** Returns how many blanks and tabs it starts with. */
    int indent(String text) {
        int i = start;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i - start;
    }

    /** Returns whether it is only this character, at least so many times, with blanks behind. */
    boolean isRow(String text, char c, int least, int most) {
        int i = start;
        while (i < end && text.charAt(i) == c) {
            i++;
        }
        int count = i - start;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i == end && count >= least && count <= most;
    }
}
