package dev.cadre.tools.search;

import com.google.re2j.Matcher;
import dev.cadre.tools.search.FileHits.Line;
import dev.cadre.tools.search.SearchRequest.Want;
import java.util.ArrayList;
import java.util.List;

/** Keeps the lines of one file that are to be shown: those that match, and those around them, each once. */
final class LineKeeper {

    private static final int LINE_BYTES = 500;

    private final SearchRequest request;
    private final boolean wanted;
    private final List<Line> lines = new ArrayList<>();

    /** All lines before this offset are kept or passed over. */
    private int done;

    /** The number of the line that begins at {@link #counted}. */
    private long number = 1;

    private int counted;
    private int pending;

    LineKeeper(SearchRequest request) {
        this.request = request;
        this.wanted = request.want() == Want.LINES || request.want() == Want.PARTS;
    }

    List<Line> lines() {
        return lines;
    }

    /** Keeps the line of a match, its offsets without the line feed. */
    void keep(byte[] text, int start, int end, int to) {
        if (!wanted || isFull()) {
            return;
        }
        keepAfter(text, start);
        int first = start;
        for (int i = 0; i < request.before() && first > done; i++) {
            first = Lines.start(text, first - 1, done);
        }
        for (int at = first; at < start; ) {
            at = add(text, at, start, false);
        }
        if (request.want() == Want.PARTS) {
            addParts(text, start, end);
        } else {
            add(text, start, to, true);
        }
        done = Math.min(to, end + 1);
        pending = request.after();
    }

    /** Keeps the lines after the last match; called when no more matches are before an offset. */
    void finish(byte[] text, int to) {
        if (wanted) {
            keepAfter(text, to);
        }
    }

    private void keepAfter(byte[] text, int to) {
        while (pending > 0 && done < to && !isFull()) {
            done = add(text, done, to, false);
            pending--;
        }
    }

    private int add(byte[] text, int start, int to, boolean match) {
        int end = Lines.end(text, start, to);
        if (!isFull()) {
            lines.add(new Line(numberAt(text, start), Lines.text(text, start, end, LINE_BYTES), match));
        }
        return Math.min(to, end + 1);
    }

    private void addParts(byte[] text, int start, int end) {
        Matcher matcher = request.pattern().matcher(text, start, end);
        while (matcher.find() && !isFull()) {
            if (matcher.end() > matcher.start()) {
                lines.add(new Line(
                        numberAt(text, start),
                        Lines.text(text, start + matcher.start(), start + matcher.end(), LINE_BYTES),
                        true));
            }
        }
    }

    private boolean isFull() {
        return lines.size() >= request.maxLines();
    }

    private long numberAt(byte[] text, int offset) {
        number += Lines.count(text, counted, offset);
        counted = offset;
        return number;
    }

    /** Returns from where the text must be kept to show the lines before a match that may come. */
    int keepFrom(byte[] text, int to) {
        int from = to;
        for (int i = 0; wanted && i < request.before() && from > done; i++) {
            from = Lines.start(text, from - 1, done);
        }
        if (wanted && !isFull()) {
            numberAt(text, from);
        }
        return from;
    }

    /** Learns that the text before an offset is gone. */
    void shifted(int by) {
        done = Math.max(0, done - by);
        counted = Math.max(0, counted - by);
    }
}
