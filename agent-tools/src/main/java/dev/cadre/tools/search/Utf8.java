package dev.cadre.tools.search;

/** Decodes UTF-8 strictly, one character at a time. */
final class Utf8 {

    private Utf8() {}

    /** Returns the character that is not ASCII, or -1 if the byte begins none, and in the upper half its length. */
    static long decode(byte[] text, int at, int to) {
        int first = text[at] & 0xFF;
        if (first >= 0xC2 && first <= 0xDF && at + 1 < to && isTail(text[at + 1])) {
            return result((first & 0x1F) << 6 | (text[at + 1] & 0x3F), 2);
        }
        if ((first & 0xF0) == 0xE0 && at + 2 < to && isTail(text[at + 1]) && isTail(text[at + 2])) {
            int c = (first & 0x0F) << 12 | (text[at + 1] & 0x3F) << 6 | (text[at + 2] & 0x3F);
            if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
                return result(c, 3);
            }
        }
        if (first >= 0xF0
                && first <= 0xF4
                && at + 3 < to
                && isTail(text[at + 1])
                && isTail(text[at + 2])
                && isTail(text[at + 3])) {
            int c = (first & 0x07) << 18
                    | (text[at + 1] & 0x3F) << 12
                    | (text[at + 2] & 0x3F) << 6
                    | (text[at + 3] & 0x3F);
            if (c >= 0x10000 && c <= CharSet.MAX) {
                return result(c, 4);
            }
        }
        return result(-1, 1);
    }

    private static boolean isTail(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private static long result(int c, int length) {
        return (long) length << 32 | (c & 0xFFFFFFFFL);
    }
}
