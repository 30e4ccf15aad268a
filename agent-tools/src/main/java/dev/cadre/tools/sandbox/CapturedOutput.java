package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads what a command printed, the middle left out where it is long. */
final class CapturedOutput {

    /** How many bytes are kept of the beginning, and as many of the end. */
    static final int KEPT = 64 * 1024;

    private CapturedOutput() {}

    static String read(FileChannel file) throws IOException {
        long size = file.size();
        if (size <= 2L * KEPT) {
            return VisibleText.of(bytes(file, 0, (int) size));
        }
        String head = VisibleText.of(whole(bytes(file, 0, KEPT), true));
        String tail = VisibleText.of(whole(bytes(file, size - KEPT, KEPT), false));
        return head + "\n… " + (size - 2L * KEPT) + " bytes left out …\n" + tail;
    }

    private static byte[] bytes(FileChannel file, long start, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining() && file.read(buffer, start + buffer.position()) >= 0) {
            // read() advances the buffer
        }
        buffer.flip();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Removes what the cut left of a character: up to three bytes at the end, or at the beginning. */
    private static byte[] whole(byte[] bytes, boolean cutAtEnd) {
        int from = 0;
        int to = bytes.length;
        if (cutAtEnd) {
            for (int back = 1; back <= 3 && back <= to; back++) {
                int b = bytes[to - back] & 0xff;
                if (b >= 0xc0) {
                    to -= needed(b) > back ? back : 0;
                    break;
                }
                if (b < 0x80) {
                    break;
                }
            }
        } else {
            while (from < 3 && from < to && (bytes[from] & 0xc0) == 0x80) {
                from++;
            }
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static int needed(int first) {
        return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    }
}
