package dev.cadre.llm.testkit.cassette;

import dev.cadre.llm.testkit.json.JsonText;
import java.util.List;
import java.util.Map;

/** Shows where two JSON objects differ, line by line. */
final class Difference {

    private static final int CONTEXT = 2;
    private static final int MAX_LINES = 12;
    private static final int MAX_WIDTH = 160;

    private Difference() {}

    static String between(Map<String, Object> recorded, Map<String, Object> asked) {
        List<String> before = JsonText.writePretty(recorded).lines().toList();
        List<String> after = JsonText.writePretty(asked).lines().toList();
        int shortest = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shortest && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shortest - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        StringBuilder text = new StringBuilder();
        append(text, "  ", before.subList(Math.max(0, start - CONTEXT), start), start);
        append(text, "- ", before.subList(start, before.size() - end), start);
        append(text, "+ ", after.subList(start, after.size() - end), start);
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, String mark, List<String> lines, int start) {
        for (String line : lines.subList(0, Math.min(MAX_LINES, lines.size()))) {
            String shown = line.length() <= MAX_WIDTH ? line : line.substring(0, MAX_WIDTH) + "…";
            text.append(mark).append(shown).append('\n');
        }
        if (lines.size() > MAX_LINES) {
            text.append(mark)
                    .append("… ")
                    .append(lines.size() - MAX_LINES)
                    .append(" more lines from line ")
                    .append(start + MAX_LINES + 1)
                    .append('\n');
        }
    }
}
