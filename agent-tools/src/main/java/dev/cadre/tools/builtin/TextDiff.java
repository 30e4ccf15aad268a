package dev.cadre.tools.builtin;

import java.util.ArrayList;
import java.util.List;

/** Shows what a change does to the lines of a text: one block from the first line that differs to the last. */
final class TextDiff {

    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 200;

    private TextDiff() {}

    /** Returns lines that begin with {@code -}, {@code +} or a blank, after one that says where they stand. */
    static List<String> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        int head = 0;
        while (head < Math.min(old.size(), fresh.size()) && old.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), fresh.size()) - head
                && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        int from = Math.max(0, head - CONTEXT);
        List<String> lines = new ArrayList<>();
        lines.add("@@ line " + (from + 1) + " @@");
        old.subList(from, head).forEach(line -> lines.add(" " + line));
        old.subList(head, old.size() - tail).forEach(line -> lines.add("-" + line));
        fresh.subList(head, fresh.size() - tail).forEach(line -> lines.add("+" + line));
        old.subList(old.size() - tail, Math.min(old.size(), old.size() - tail + CONTEXT))
                .forEach(line -> lines.add(" " + line));
        return shortened(lines);
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> shortened = new ArrayList<>(lines.subList(0, MOST_LINES));
        shortened.add("… " + Words.count(lines.size() - MOST_LINES, "line") + " more");
        return shortened;
    }
}
