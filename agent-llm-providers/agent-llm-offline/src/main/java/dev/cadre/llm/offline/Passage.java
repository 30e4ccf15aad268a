package dev.cadre.llm.offline;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Set;

/**
 * Is the smallest stretch of a file that is quoted: a list item, a paragraph, a table row, a line of code.
 *
 * @param path the file, relative to the workspace
 * @param lines its lines in order
 * @param context the headings above it, the title of the document left out
 * @param kind what it is written in
 */
record Passage(String path, List<Line> lines, String context, Kind kind) {

    /** Says what a passage is written in. */
    enum Kind {
        PROSE,
        CODE
    }

    /**
     * Is one line of a file.
     *
     * @param number counts from 1
     * @param text without the line end
     */
    record Line(int number, String text) {}

    Passage {
        lines = Json.list(lines);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    Set<String> stems() {
        return Words.stems(text());
    }

    /** Returns a key under which equal words in two files are one statement. */
    String normalized() {
        return text().strip().replaceAll("\\s+", " ");
    }
}
