package dev.cadre.tools.egress;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Speaks HTTP/1.1 (RFC 9112) for one request without a body on a connection that is closed afterwards. */
final class HttpExchange {

    private static final int LONGEST_HEADERS = 64 * 1024;
    private static final int MOST_INTERIM = 5;

    private final InputStream in;
    private int headerBytes;

    private HttpExchange(InputStream in) {
        this.in = in;
    }

    /** Returns the request for an address. */
    static byte[] request(WebAddress address) {
        String text = "GET " + address.target() + " HTTP/1.1\r\n"
                + "Host: " + address.host().inUrl() + "\r\n"
                + "User-Agent: Cadre\r\n"
                + "Accept: text/markdown, text/html;q=0.9, text/plain;q=0.9, application/json;q=0.9, */*;q=0.1\r\n"
                + "Accept-Encoding: gzip\r\n"
                + "Connection: close\r\n\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads the answer; of the body at most so many bytes, counted after decompression. */
    static HttpAnswer read(InputStream in, int longestBody) throws IOException {
        HttpExchange exchange = new HttpExchange(new BufferedInputStream(in));
        for (int i = 0; i <= MOST_INTERIM; i++) {
            int status = exchange.status();
            Map<String, String> headers = exchange.headers();
            if (status >= 200) {
                return new HttpAnswer(status, headers, exchange.body(status, headers, longestBody));
            }
        }
        throw new IOException("the server sent no final answer");
    }

    private int status() throws IOException {
        String line = line();
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            throw new IOException("the server does not speak HTTP/1.1");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                throw new IOException("the server sent a malformed header");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            String earlier = headers.putIfAbsent(name, value);
            if (earlier != null && name.equals("content-length") && !earlier.equals(value)) {
                throw new IOException("the server sent two lengths");
            }
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended in the middle of the headers");
            }
            if (++headerBytes > LONGEST_HEADERS) {
                throw new IOException("the headers are longer than " + LONGEST_HEADERS + " bytes");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private byte[] body(int status, Map<String, String> headers, int longest) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        InputStream raw = framed(headers);
        String coding = headers.getOrDefault("content-encoding", "identity").toLowerCase(Locale.ROOT);
        InputStream decoded = switch (coding) {
            case "identity", "" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw);
            case "deflate" -> new InflaterInputStream(raw);
            default -> throw new IOException("the server sent the unknown encoding \"" + coding + "\"");
        };
        // One byte more tells whether there was more.
        return decoded.readNBytes(longest + 1);
    }

    private InputStream framed(Map<String, String> headers) throws IOException {
        String transfer = headers.get("transfer-encoding");
        if (transfer != null) {
            if (!transfer.equalsIgnoreCase("chunked")) {
                throw new IOException("the server sent the unknown transfer encoding \"" + transfer + "\"");
            }
            return new ChunkedStream(in);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return in;
        }
        if (!length.matches("[0-9]{1,18}")) {
            throw new IOException("the server sent a malformed length");
        }
        return new CountedStream(in, Long.parseLong(length));
    }
}
