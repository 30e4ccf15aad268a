package dev.cadre.tools.builtin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces text in bytes, so that a file's other bytes stay as they are, whether they are valid UTF-8 or not.
 *
 * <p>Models see and write line feeds. In a file whose lines all end with a carriage return and a line feed, theirs are
 * read so.
 */
final class Replacement {

    private static final int EXCERPT_LINES = 4;

    // Bytes as characters, one for one, which gives String's search for free.
    private final String content;
    private final String old;
    private final String fresh;
    private final int count;

    private Replacement(String content, String old, String fresh) {
        this.content = content;
        this.old = old;
        this.fresh = fresh;
        this.count = count(content, old);
    }

    static Replacement of(byte[] bytes, String oldText, String newText) {
        String content = new String(bytes, StandardCharsets.ISO_8859_1);
        if (hasOnlyCrLf(content) && !oldText.contains("\r") && !newText.contains("\r")) {
            return new Replacement(content, bytes(oldText.replace("\n", "\r\n")), bytes(newText.replace("\n", "\r\n")));
        }
        return new Replacement(content, bytes(oldText), bytes(newText));
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean hasOnlyCrLf(String content) {
        int at = content.indexOf('\n');
        boolean found = at >= 0;
        for (; at >= 0; at = content.indexOf('\n', at + 1)) {
            if (at == 0 || content.charAt(at - 1) != '\r') {
                return false;
            }
        }
        return found;
    }

    private static int count(String content, String part) {
        int count = 0;
        for (int at = content.indexOf(part); at >= 0; at = content.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    /** Returns how often the old text occurs. */
    int count() {
        return count;
    }

    /** Returns the content with every occurrence replaced. */
    byte[] apply() {
        return content.replace(old, fresh).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the lines around the first change, numbered, as they are after it. */
    String excerpt() {
        int at = content.indexOf(old);
        String changed = new String(apply(), StandardCharsets.UTF_8);
        int before = count(content.substring(0, at), "\n") + 1;
        List<String> lines = new ArrayList<>(changed.lines().toList());
        return NumberedLines.of(lines, before - EXCERPT_LINES, before + count(fresh, "\n") + EXCERPT_LINES);
    }
}
