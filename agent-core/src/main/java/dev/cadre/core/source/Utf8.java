package dev.cadre.core.source;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 in runs of ASCII, which is what most of a definition is even where it holds other characters.
 *
 * <p>The JDK's own decoder goes on byte by byte after the first character beyond ASCII.
 */
final class Utf8 {

    private static final int STEP = 8;

    private final byte[] bytes;
    private final int end;
    // One character a byte: runs of ASCII are copied from here, which the JDK does many at a time.
    private final String runs;
    private final int start;
    private final char[] out;
    private int at;
    private int written;

    private Utf8(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.at = start;
        this.end = end;
        this.runs = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        this.out = new char[end - start];
    }

    /** Returns the text, or null if it holds a NUL or a byte sequence that is not UTF-8. */
    static @Nullable String decode(byte[] bytes, int start, int end) {
        int run = runEnd(bytes, start, end);
        return run == end
                ? new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
                : new Utf8(bytes, start, end).decode(run);
    }

    private @Nullable String decode(int firstRun) {
        copy(firstRun);
        while (at < end) {
            if (bytes[at] < 0) {
                int length = sequence();
                if (length == 0) {
                    return null;
                }
                at += length;
            } else {
                int run = runEnd(bytes, at, end);
                if (run == at) {
                    return null;
                }
                copy(run);
            }
        }
        return new String(out, 0, written);
    }

    // Returns where the ASCII ends; NUL counts as its end.
    private static int runEnd(byte[] bytes, int from, int end) {
        int i = from;
        // Less one, NUL is negative, as all bytes beyond ASCII are.
        while (i <= end - STEP
                && ((bytes[i] - 1)
                                | (bytes[i + 1] - 1)
                                | (bytes[i + 2] - 1)
                                | (bytes[i + 3] - 1)
                                | (bytes[i + 4] - 1)
                                | (bytes[i + 5] - 1)
                                | (bytes[i + 6] - 1)
                                | (bytes[i + 7] - 1))
                        >= 0) {
            i += STEP;
        }
        while (i < end && bytes[i] > 0) {
            i++;
        }
        return i;
    }

    private void copy(int to) {
        runs.getChars(at - start, to - start, out, written);
        written += to - at;
        at = to;
    }

    // Writes the character that starts here; returns how many bytes it has, or 0 if they are no character.
    private int sequence() {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > end) {
            return 0;
        }
        int point = first & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i];
            if ((next & 0xC0) != 0x80) {
                return 0;
            }
            point = (point << 6) | (next & 0x3F);
        }
        return write(point, length) ? length : 0;
    }

    // Longer forms than needed and halves of surrogate pairs are no characters.
    private boolean write(int point, int length) {
        if (length == 4) {
            if (point < 0x10000 || point > Character.MAX_CODE_POINT) {
                return false;
            }
            out[written++] = Character.highSurrogate(point);
            out[written++] = Character.lowSurrogate(point);
            return true;
        }
        if (length == 3 && (point < 0x800 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))) {
            return false;
        }
        out[written++] = (char) point;
        return true;
    }
}
