package dev.cadre.tools.search;

import java.nio.charset.StandardCharsets;

/** Finds lines in bytes. */
final class Lines {

    private Lines() {}

    /** Returns the offset of the line feed that ends the line, or the end of the text. */
    static int end(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Returns the offset of the first byte of the line. */
    static int start(byte[] text, int at, int from) {
        int start = at;
        while (start > from && text[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    static int count(byte[] text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (text[i] == '\n') {
                count++;
            }
        }
        return count;
    }

    static int indexOfNul(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Returns a line as text, without its end and without what goes beyond a number of bytes. */
    static String text(byte[] text, int from, int to, int maxBytes) {
        int end = to > from && text[to - 1] == '\r' ? to - 1 : to;
        if (end - from <= maxBytes) {
            return new String(text, from, end - from, StandardCharsets.UTF_8);
        }
        int cut = from + maxBytes;
        while (cut > from && (text[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return new String(text, from, cut - from, StandardCharsets.UTF_8) + "… [cut]";
    }
}
