package dev.cadre.llm.openai;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails once a response is longer than any answer is, so that a broken server cannot fill the memory. */
final class BoundedInputStream extends FilterInputStream {

    static final long MAX_BYTES = 256L * 1024 * 1024;

    private long left = MAX_BYTES;

    BoundedInputStream(InputStream source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new TooLongException();
        }
    }

    /** Reports a response that is longer than any answer is. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLongException() {
            super("the response is longer than " + MAX_BYTES + " bytes");
        }
    }
}
