package dev.cadre.tools.egress;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body in chunks (RFC 9112, section 7.1). What follows the last chunk is not read. */
final class ChunkedStream extends FilterInputStream {

    private static final int LONGEST_LINE = 1024;

    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = super.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the connection ended inside a chunk");
        }
        left -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (begun && !line().isEmpty()) {
            throw new IOException("a chunk is longer than the server said");
        }
        begun = true;
        String line = line();
        int end = line.indexOf(';');
        String size = (end < 0 ? line : line.substring(0, end)).strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new IOException("a chunk has a malformed length");
        }
        left = Long.parseLong(size, 16);
        ended = left == 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("the connection ended between chunks");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }
}
