package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Arrays;

/** Turns offsets of a text into spans. Lines end with LF, CRLF or CR. */
final class LineIndex {

    private final int[] starts;

    LineIndex(String text) {
        int[] found = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !pair) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    Span span(int offset, int end) {
        int line = line(offset);
        int last = line(end);
        return new Span(line + 1, offset - starts[line] + 1, last + 1, end - starts[last] + 1, offset, end - offset);
    }

    private int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at : -at - 2;
    }

    /** Returns how many lines stand together at most, without a blank one among them. */
    int linesTogether(String text) {
        int most = 0;
        int together = 0;
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : text.length();
            boolean blank = text.substring(starts[i], end).isBlank();
            together = blank ? 0 : together + 1;
            most = Math.max(most, together);
        }
        return most;
    }

    int lines() {
        return starts.length;
    }

    /** Returns the offset at which the line begins; lines count from 0 here. */
    int start(int line) {
        return starts[line];
    }
}
