package dev.cadre.core.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 in runs of ASCII, which is what most of a definition is even where it holds other characters.
 *
 * <p>The JDK's own decoder goes on byte by byte after the first character beyond ASCII.
 */
final class Utf8 {

    // In each of eight bytes: the lowest bit, and the highest.
    private static final long LOWEST = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = LOWEST << 7;

    private final byte[] bytes;
    private final ByteBuffer view;
    private final int end;
    // One character a byte: runs of ASCII are copied from here, which the JDK does many at a time.
    private final String runs;
    private final int start;
    private final char[] out;
    private int at;
    private int written;

    private Utf8(byte[] bytes, ByteBuffer view, int start, int end) {
        this.bytes = bytes;
        this.view = view;
        this.start = start;
        this.at = start;
        this.end = end;
        this.runs = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        this.out = new char[end - start];
    }

    /** Returns the text, or null if it holds a NUL or a byte sequence that is not UTF-8. */
    static @Nullable String decode(byte[] bytes, int start, int end) {
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        int run = runEnd(bytes, view, start, end);
        return run == end
                ? new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
                : new Utf8(bytes, view, start, end).decode(run);
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
                int run = runEnd(bytes, view, at, end);
                if (run == at) {
                    return null;
                }
                copy(run);
            }
        }
        return new String(out, 0, written);
    }

    // Returns where the ASCII ends; NUL counts as its end.
    private static int runEnd(byte[] bytes, ByteBuffer view, int from, int end) {
        int i = from;
        while (i <= end - Long.BYTES && isRun(view.getLong(i))) {
            i += Long.BYTES;
        }
        while (i < end && bytes[i] > 0) {
            i++;
        }
        return i;
    }

    // Less one, NUL has its highest bit set, as all bytes beyond ASCII have.
    private static boolean isRun(long eight) {
        return (((eight - LOWEST) | eight) & HIGHEST) == 0;
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
        // A byte that goes on is less than 0x40 now, any other more.
        int second = bytes[at + 1] + 0x80;
        int third = length > 2 ? bytes[at + 2] + 0x80 : 0;
        int fourth = length > 3 ? bytes[at + 3] + 0x80 : 0;
        if ((second | third | fourth) >= 0x40) {
            return 0;
        }
        int point = switch (length) {
            case 2 -> (first & 0x1F) << 6 | second;
            case 3 -> (first & 0x0F) << 12 | second << 6 | third;
            default -> (first & 0x07) << 18 | second << 12 | third << 6 | fourth;
        };
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
