package dev.cadre.core.source;

/** Goes over the lines of a stretch of text and leaves out blank ones. Lines end with LF or CRLF. */
final class LineCursor {

    private final String text;
    private final int limit;
    private int start;
    private int first;
    private int end;
    private int full;
    private int next;
    private boolean done;
    private int blankLines;
    private int widestBlankLine;

    LineCursor(String text, int start, int limit) {
        this.text = text;
        this.limit = limit;
        this.next = start;
    }

    /** Goes on to the next line that is not blank. */
    void advance() {
        blankLines = 0;
        widestBlankLine = 0;
        while (next < limit) {
            start = next;
            int feed = text.indexOf('\n', start);
            end = feed < 0 || feed >= limit ? limit : feed;
            next = end + 1;
            end -= end > start && end < limit && text.charAt(end - 1) == '\r' ? 1 : 0;
            full = end;
            while (end > start && text.charAt(end - 1) == ' ') {
                end--;
            }
            if (end > start) {
                first = skipBlanks(start);
                return;
            }
            blankLines++;
            widestBlankLine = Math.max(widestBlankLine, full - start);
        }
        done = true;
    }

    /** Returns whether there is no line left. */
    boolean isDone() {
        return done;
    }

    /** Returns how many blanks the line starts with. */
    int indent() {
        return first - start;
    }

    /** Returns whether there is a line that starts exactly so far right. */
    boolean isAt(int column) {
        return !done && indent() == column;
    }

    /** Returns whether there is a line that starts further right. */
    boolean isDeeperThan(int column) {
        return !done && indent() > column;
    }

    /** Returns how many blank lines were left out before it. */
    int blankLines() {
        return blankLines;
    }

    /** Returns how many blanks the widest of the blank lines left out before it holds. */
    int widestBlankLine() {
        return widestBlankLine;
    }

    /** Returns the offset of the line. */
    int start() {
        return start;
    }

    /** Returns the offset of its first character that is no blank. */
    int first() {
        return first;
    }

    /** Returns the offset after its last character that is no blank. */
    int end() {
        return end;
    }

    /** Returns the offset after its last character, blanks included. */
    int fullEnd() {
        return full;
    }

    /** Returns whether a line break ends it. */
    boolean isBroken() {
        return full < limit;
    }

    /** Moves its start behind the hyphen of an item, so that what follows stands in a column of its own. */
    void enterItem() {
        first = skipBlanks(first + 1);
    }

    /** Returns whether it is an item of a block list. */
    boolean startsItem() {
        return text.charAt(first) == '-' && first + 1 < end && text.charAt(first + 1) == ' ';
    }

    /** Returns the offset of the first character from here on that is no blank. */
    int skipBlanks(int from) {
        int i = from;
        while (text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
