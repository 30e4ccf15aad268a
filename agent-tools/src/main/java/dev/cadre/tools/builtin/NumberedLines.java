package dev.cadre.tools.builtin;

import java.util.List;

/** Writes lines as {@code cat -n} does: the number in six places, a tab, the line. */
final class NumberedLines {

    private NumberedLines() {}

    static String line(long number, CharSequence text) {
        String digits = Long.toString(number);
        return " ".repeat(Math.max(0, 6 - digits.length())) + digits + "\t" + text + "\n";
    }

    /** Returns the lines from one number to another, both included. */
    static String of(List<String> lines, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(1, from); i <= Math.min(lines.size(), to); i++) {
            text.append(line(i, lines.get(i - 1)));
        }
        return text.toString();
    }
}
