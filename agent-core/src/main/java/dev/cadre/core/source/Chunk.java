package dev.cadre.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A top-level key with all lines that belong to it, in a frontmatter that is not valid YAML as a whole.
 *
 * @param key the key; empty for lines before the first key
 * @param start the offset of the line that the key starts
 * @param end the offset after its last line
 */
record Chunk(String key, int start, int end) {

    private static final Set<String> DIALOGUE = Set.of(
            "example",
            "examples",
            "context",
            "user",
            "assistant",
            "commentary",
            "note",
            "notes",
            "trigger",
            "triggers");

    /** Splits at lines that start with a key; prose that runs on without indentation stays with its key. */
    static List<Chunk> split(String text, int start, int end) {
        List<Chunk> chunks = new ArrayList<>();
        String key = "";
        int from = start;
        boolean spilling = false;
        for (int at = start; at < end; ) {
            Line line = Line.at(text, at, end);
            if (line.end() > line.start() && line.indent(text) == 0) {
                String next = Keys.ofLine(text, line.start(), line.end());
                if (starts(next, key, spilling)) {
                    add(chunks, text, key, from, line.start());
                    key = next;
                    from = line.start();
                    spilling = false;
                } else {
                    spilling |= text.charAt(line.start()) != '#';
                }
            }
            at = line.next();
        }
        add(chunks, text, key, from, end);
        return chunks;
    }

    private static boolean starts(String next, String current, boolean spilling) {
        if (next.isEmpty()) {
            return false;
        }
        if (Keys.isCommon(next) || Keys.isRestriction(next)) {
            return true;
        }
        boolean talk = spilling || next.indexOf(' ') >= 0 || DIALOGUE.contains(next.toLowerCase(Locale.ROOT));
        return !(Keys.isProse(current) && talk);
    }

    private static void add(List<Chunk> chunks, String text, String key, int from, int to) {
        if (!key.isEmpty() || !text.substring(from, to).isBlank()) {
            chunks.add(new Chunk(key, from, to));
        }
    }

    /** Returns the offset of the first character of the value, after the colon and blanks. */
    int valueStart(String text) {
        int at = text.indexOf(':', start + key.length()) + 1;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Returns the offset after the last character of the value that is no blank; comment lines at the end are left out. */
    int valueEnd(String text) {
        int to = start;
        int afterLastWords = valueStart(text);
        boolean prose = false;
        for (int at = start; at < end; at = to) {
            Line line = Line.at(text, at, end);
            to = line.next();
            boolean first = line.start() == start;
            boolean comment = !first && line.end() > line.start() && text.charAt(line.start()) == '#';
            prose |= !first && !comment && !line.isBlank(text);
            if (!line.isBlank(text) && (!comment || prose)) {
                afterLastWords = line.end();
            }
        }
        while (afterLastWords > valueStart(text) && " \t\r\n".indexOf(text.charAt(afterLastWords - 1)) >= 0) {
            afterLastWords--;
        }
        return Math.max(afterLastWords, valueStart(text));
    }
}
