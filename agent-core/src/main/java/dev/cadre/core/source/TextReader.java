package dev.cadre.core.source;

import java.io.Reader;

/**
 * Reads a stretch of a text and never ends a read between the halves of a surrogate pair.
 *
 * <p>The YAML scanner of snakeyaml-engine 3.0.1 fails with an index out of bounds where a read ends so.
 */
final class TextReader extends Reader {

    private final String text;
    private final int end;
    private int at;

    TextReader(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (at >= end) {
            return -1;
        }
        int count = Math.min(length, end - at);
        if (count > 1 && Character.isHighSurrogate(text.charAt(at + count - 1))) {
            count--;
        }
        text.getChars(at, at + count, buffer, offset);
        at += count;
        return count;
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
