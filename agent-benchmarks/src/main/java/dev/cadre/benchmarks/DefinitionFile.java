package dev.cadre.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A definition with the place of its frontmatter, found beforehand so that a bare parser need not look for it.
 *
 * @param name what the reader is told that it is called
 * @param bytes the file
 * @param start the offset of the first byte between the delimiter lines
 * @param end the offset after the last byte between them
 */
record DefinitionFile(String name, byte[] bytes, int start, int end) {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Returns a file; empty if it does not start with a frontmatter. */
    static Optional<DefinitionFile> of(String name, byte[] bytes) {
        // One character a byte, so that offsets are those of the bytes.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int open = text.startsWith(new String(MARK, StandardCharsets.ISO_8859_1)) ? MARK.length : 0;
        int start = text.indexOf('\n', open) + 1;
        int close = text.indexOf("\n---", Math.max(0, start - 1));
        boolean fenced =
                start > 0 && close > 0 && text.substring(open, start).strip().equals("---");
        return fenced ? Optional.of(new DefinitionFile(name, bytes, start, close + 1)) : Optional.empty();
    }
}
