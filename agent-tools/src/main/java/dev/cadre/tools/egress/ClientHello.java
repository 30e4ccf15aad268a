package dev.cadre.tools.egress;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Is the first message of a TLS client (RFC 8446, section 4.1.2). It names the host to which the client speaks, and that must
 * be the host to which it asked to be connected: one machine often serves many, and not all of them are allowed.
 */
final class ClientHello {

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_NAME = 0;
    private static final int LONGEST_RECORD = 1 << 14;

    private final byte[] bytes;
    private final String serverName;

    private ClientHello(byte[] bytes, String serverName) {
        this.bytes = bytes;
        this.serverName = serverName;
    }

    /**
     * Reads one record.
     *
     * @throws IOException if it is no whole message of this kind
     */
    static ClientHello read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] header = new byte[5];
        data.readFully(header);
        int length = (header[3] & 0xff) << 8 | (header[4] & 0xff);
        if (header[0] != HANDSHAKE || header[1] != 3 || length < 4 || length > LONGEST_RECORD) {
            throw new IOException("the client does not speak TLS");
        }
        byte[] bytes = new byte[5 + length];
        System.arraycopy(header, 0, bytes, 0, 5);
        data.readFully(bytes, 5, length);
        try {
            return new ClientHello(bytes, serverName(ByteBuffer.wrap(bytes, 5, length)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the client's first message is malformed", e);
        }
    }

    private static String serverName(ByteBuffer message) throws IOException {
        if (message.get() != CLIENT_HELLO) {
            throw new IOException("the client's first message is of another kind");
        }
        skip(message, 3 + 2 + 32);
        skip(message, message.get() & 0xff);
        skip(message, message.getShort() & 0xffff);
        skip(message, message.get() & 0xff);
        ByteBuffer extensions = part(message, message.getShort() & 0xffff);
        while (extensions.hasRemaining()) {
            int type = extensions.getShort() & 0xffff;
            ByteBuffer extension = part(extensions, extensions.getShort() & 0xffff);
            if (type == SERVER_NAME) {
                skip(extension, 2);
                if (extension.get() == 0) {
                    ByteBuffer name = part(extension, extension.getShort() & 0xffff);
                    return StandardCharsets.US_ASCII.decode(name).toString().toLowerCase(Locale.ROOT);
                }
            }
        }
        return "";
    }

    private static void skip(ByteBuffer buffer, int count) {
        buffer.position(buffer.position() + count);
    }

    private static ByteBuffer part(ByteBuffer buffer, int length) {
        ByteBuffer part = buffer.slice(buffer.position(), length);
        skip(buffer, length);
        return part;
    }

    /** Returns what was read, to be passed on. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the host that the client names; empty if it names none. */
    Optional<String> serverName() {
        return serverName.isEmpty() ? Optional.empty() : Optional.of(serverName);
    }
}
