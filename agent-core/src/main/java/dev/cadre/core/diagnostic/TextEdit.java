package dev.cadre.core.diagnostic;

import java.util.Objects;

/**
 * Replaces a stretch of a source text.
 *
 * @param offset the 0-based offset of the first replaced UTF-16 code unit of the decoded text
 * @param length how many code units are replaced; 0 inserts
 * @param replacement the new text; empty deletes
 */
public record TextEdit(int offset, int length, String replacement) {

    /** Checks the numbers. */
    public TextEdit {
        Objects.requireNonNull(replacement, "replacement");
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("no edit: at " + offset + ", length " + length);
        }
    }

    /** Returns the offset of the place after the replaced stretch. */
    public int endOffset() {
        return offset + length;
    }
}
