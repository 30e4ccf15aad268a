package dev.cadre.core.structure;

/**
 * One physical line of a block, without its container's markers.
 *
 * @param raw the Markdown of the line
 * @param offset where it begins in the body
 */
record Line(String raw, int offset) {

    String text() {
        return PlainText.of(raw);
    }

    int end() {
        return offset + raw.length();
    }
}
