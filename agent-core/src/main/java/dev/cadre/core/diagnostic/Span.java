package dev.cadre.core.diagnostic;

/**
 * Names a stretch of a source text.
 *
 * <p>Lines and columns are 1-based; columns, {@code offset} and {@code length} count UTF-16 code units of the decoded
 * text (without a byte order mark). The end is exclusive, so an empty span is a place between two characters.
 *
 * @param line the line of the first character
 * @param column the column of the first character
 * @param endLine the line of the place after the last character
 * @param endColumn the column of the place after the last character
 * @param offset the 0-based offset of the first character
 * @param length how many code units it covers
 */
public record Span(int line, int column, int endLine, int endColumn, int offset, int length) {

    /** The first place of a text; used where a problem has no place, such as a file that can't be read. */
    public static final Span START = new Span(1, 1, 1, 1, 0, 0);

    /** Checks that the numbers can be true. */
    public Span {
        if (line < 1 || column < 1 || endLine < line || endColumn < 1 || offset < 0 || length < 0) {
            throw new IllegalArgumentException("no span: " + line + ":" + column + "-" + endLine + ":" + endColumn
                    + " at " + offset + "+" + length);
        }
    }

    /** Returns the offset of the place after the last character. */
    public int endOffset() {
        return offset + length;
    }
}
