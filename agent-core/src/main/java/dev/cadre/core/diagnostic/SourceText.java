package dev.cadre.core.diagnostic;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a decoded text and knows its lines.
 *
 * <p>Lines end with LF, CRLF or CR. Safe for concurrent use.
 */
public final class SourceText {

    private static final int AHEAD = 512;

    private final String name;
    private final String head;
    private final String tail;
    private final int length;
    // Joined when somebody asks; equal whoever does it.
    private volatile @Nullable String text;
    // Starts of lines, found as far as somebody asked; replaced as a whole, so that readers never see half of it.
    private volatile Lines lines = new Lines(new int[] {0}, 1, 0);

    /**
     * Makes a source text.
     *
     * @param name what people call it, such as a path
     * @param text the decoded text, without a byte order mark
     */
    public SourceText(String name, String text) {
        this(name, text, "");
    }

    /**
     * Makes a source text of two parts, which are joined only when somebody asks for the whole.
     *
     * @param name what people call it, such as a path
     * @param head the start of the decoded text, up to the end of a line
     * @param tail the rest
     */
    public SourceText(String name, String head, String tail) {
        this.name = Objects.requireNonNull(name, "name");
        this.head = Objects.requireNonNull(head, "head");
        this.tail = Objects.requireNonNull(tail, "tail");
        this.length = head.length() + tail.length();
    }

    /** Returns what people call it, such as a path. */
    public String name() {
        return name;
    }

    /** Returns the decoded text. */
    public String text() {
        String joined = text;
        if (joined == null) {
            joined = tail.isEmpty() ? head : head + tail;
            text = joined;
        }
        return joined;
    }

    /** Returns the span of a stretch; numbers outside the text are moved to its end. */
    public Span span(int offset, int length) {
        int start = Math.min(Math.max(offset, 0), this.length);
        int end = Math.min(start + Math.max(length, 0), this.length);
        Lines known = linesTo(end);
        int line = known.lineOf(start);
        int endLine = known.lineOf(end);
        return new Span(
                line + 1,
                start - known.starts[line] + 1,
                endLine + 1,
                end - known.starts[endLine] + 1,
                start,
                end - start);
    }

    /**
     * Returns the characters of a line, without its ending; empty after the last line.
     *
     * @param number the 1-based number of the line
     */
    public String line(int number) {
        String text = text();
        Lines known = linesTo(length);
        if (number < 1 || number > known.count) {
            return "";
        }
        int start = known.starts[number - 1];
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(start, end);
    }

    private Lines linesTo(int offset) {
        Lines known = lines;
        if (known.scanned < offset || (known.scanned == 0 && length > 0)) {
            boolean inHead = offset <= head.length();
            // Always a good deal further: questions come in the order of the text, and each scan copies what is known.
            int to = Math.max(offset, 2 * known.scanned + AHEAD);
            known = known.scan(inHead ? head : text(), Math.min(inHead ? head.length() : length, to));
            lines = known;
        }
        return known;
    }

    private static final class Lines {

        private final int[] starts;
        private final int count;
        private final int scanned;

        Lines(int[] starts, int count, int scanned) {
            this.starts = starts;
            this.count = count;
            this.scanned = scanned;
        }

        int lineOf(int offset) {
            int found = Arrays.binarySearch(starts, 0, count, offset);
            return found >= 0 ? found : -found - 2;
        }

        Lines scan(String text, int to) {
            int[] grown = starts.clone();
            int n = count;
            int i = scanned;
            while (i < to) {
                char c = text.charAt(i++);
                if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                    i++;
                } else if (c != '\n' && c != '\r') {
                    continue;
                }
                if (n == grown.length) {
                    grown = Arrays.copyOf(grown, n * 2 + 16);
                }
                grown[n++] = i;
            }
            return new Lines(grown, n, i);
        }
    }
}
