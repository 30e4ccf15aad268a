package dev.cadre.llm.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 requests from a connection: as much of the protocol as clients of model providers use. */
final class HttpReader {

    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_BODY = 256 * 1024 * 1024;

    private final InputStream in;

    HttpReader(InputStream in) {
        this.in = in;
    }

    /** Returns the next request, or null if the client has ended the connection. */
    @Nullable
    WireRequest read() throws IOException {
        String start = line();
        if (start == null) {
            return null;
        }
        String[] parts = start.split(" ", -1);
        if (parts.length != 3) {
            throw new IOException("no request line: " + start);
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = required(); !line.isEmpty(); line = required()) {
            int colon = line.indexOf(':');
            headers.add(new SimpleImmutableEntry<>(
                    line.substring(0, Math.max(colon, 0)),
                    line.substring(colon + 1).strip()));
        }
        return new WireRequest(parts[0], parts[1], headers, body(headers));
    }

    private byte[] body(List<Map.Entry<String, String>> headers) throws IOException {
        int length = 0;
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("transfer-encoding")) {
                return chunks();
            }
            if (name.equals("content-length")) {
                length = checked(Integer.parseInt(header.getValue()));
            }
        }
        return bytes(length);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(required(), 16);
        while (size > 0) {
            checked(body.size() + size);
            body.writeBytes(bytes(size));
            required();
            size = Integer.parseInt(required(), 16);
        }
        required();
        return body.toByteArray();
    }

    private static int checked(int length) throws IOException {
        if (length < 0 || length > MAX_BODY) {
            throw new IOException("a body of " + length + " bytes is too long");
        }
        return length;
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the body ended after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    private String required() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("the request ended early");
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        while (c >= 0 && c != '\n' && line.size() < MAX_LINE) {
            line.write(c);
            c = in.read();
        }
        if (c < 0 && line.size() == 0) {
            return null;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
