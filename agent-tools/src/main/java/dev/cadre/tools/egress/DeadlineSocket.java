package dev.cadre.tools.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Is a connection without any proxy whose reads fail when its time is over, however slowly bytes trickle in. */
final class DeadlineSocket extends Socket {

    private final long deadline;

    /** Makes a socket that is not connected; the deadline is one of {@link System#nanoTime()}. */
    DeadlineSocket(long deadline) {
        super(Proxy.NO_PROXY);
        this.deadline = deadline;
    }

    /** Returns how much time is left, at least a millisecond. */
    int millisLeft() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("the time for this request is over");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(millisLeft());
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                setSoTimeout(millisLeft());
                return super.read(bytes, offset, length);
            }
        };
    }
}
