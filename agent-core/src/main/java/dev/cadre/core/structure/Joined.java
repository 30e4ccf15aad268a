package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The lines of a paragraph as one, so that sentences that wrap can be read, with the way back to the body.
 *
 * @param raw the Markdown on one line
 * @param lines the physical lines
 * @param starts where each of them begins in {@code raw}
 */
record Joined(String raw, List<Line> lines, List<Integer> starts) {

    static Joined of(Block.Paragraph paragraph) {
        StringBuilder raw = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Line line : paragraph.lines()) {
            raw.append(raw.isEmpty() ? "" : " ");
            starts.add(raw.length());
            raw.append(line.raw());
        }
        return new Joined(raw.toString(), paragraph.lines(), starts);
    }

    /** Returns the offset in the body of a position in {@code raw}. */
    int offset(int position) {
        int found = Collections.binarySearch(starts, position);
        int line = found >= 0 ? found : -found - 2;
        return lines.get(line).offset() + position - starts.get(line);
    }
}
