package dev.cadre.tools.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Speaks HTTP as a proxy does (RFC 9112, section 3.2). Of a plain request exactly one is passed on, with the host that was
 * checked in its {@code Host}: a second one on the same connection could be for another host of the same machine.
 */
final class HttpProxyRequest {

    private static final int LONGEST_HEADERS = 64 * 1024;

    private static final Set<String> NOT_PASSED_ON = Set.of(
            "host", "connection", "proxy-connection", "proxy-authorization", "keep-alive", "te", "upgrade", "trailer");

    private final InputStream in;
    private final OutputStream out;
    private int read;

    HttpProxyRequest(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void serve(ProxyConnection connection) throws IOException {
        String[] request = line().split(" ", -1);
        List<String> headers = headers();
        try {
            check(request);
            if (request[0].equals("CONNECT")) {
                tunnel(connection, ProxyTarget.parse(request[1]));
            } else {
                pass(connection, new Plain(request[0], WebAddress.parse(request[1]), headers));
            }
        } catch (EgressRefusedException e) {
            refuse("403 Forbidden", String.valueOf(e.getMessage()));
        }
    }

    private void tunnel(ProxyConnection connection, ProxyTarget target) throws IOException {
        try (SocketChannel server = connect(connection, target)) {
            out.write(ProxyConnection.ascii("HTTP/1.1 200 Connection established\r\n\r\n"));
            out.flush();
            connection.tunnel(target, server, in, out);
        }
    }

    /** Passes on the one request that comes through a tunnel to the port of plain HTTP. */
    void serve(ProxyConnection connection, ProxyTarget target, SocketChannel server) throws IOException {
        String[] request = line().split(" ", -1);
        List<String> headers = headers();
        try {
            check(request);
            if (!request[1].startsWith("/")) {
                throw new EgressRefusedException("this is no request to the host of the tunnel");
            }
            WebAddress address = WebAddress.parse("http://" + target.host().inUrl() + request[1]);
            pass(connection, new Plain(request[0], address, headers), server);
        } catch (EgressRefusedException e) {
            refuse("403 Forbidden", String.valueOf(e.getMessage()));
        }
    }

    private static void check(String[] request) {
        if (request.length != 3 || !request[0].matches("[A-Z]{3,10}") || !request[2].matches("HTTP/1\\.[01]")) {
            throw new EgressRefusedException("this is no request to a proxy");
        }
    }

    private void pass(ProxyConnection connection, Plain plain) throws IOException {
        if (plain.address().isSecure()) {
            throw new EgressRefusedException("https goes through CONNECT");
        }
        // What is malformed is refused before anything is connected.
        plain.length();
        ProxyTarget target =
                new ProxyTarget(plain.address().host(), plain.address().port());
        try (SocketChannel server = connect(connection, target)) {
            pass(connection, plain, server);
        }
    }

    private void pass(ProxyConnection connection, Plain plain, SocketChannel server) throws IOException {
        long length = plain.length();
        OutputStream toServer = ChannelStreams.out(server);
        toServer.write(plain.text().getBytes(StandardCharsets.ISO_8859_1));
        connection.copy(new CountedStream(in, length), toServer);
        connection.copy(ChannelStreams.in(server), out);
    }

    private SocketChannel connect(ProxyConnection connection, ProxyTarget target) throws IOException {
        try {
            return connection.connect(target);
        } catch (IOException e) {
            refuse("502 Bad Gateway", "the host \"" + target.host() + "\" can't be reached");
            throw e;
        }
    }

    private void refuse(String status, String reason) throws IOException {
        byte[] body = (reason + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(ProxyConnection.ascii("HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n"));
        out.write(body);
        out.flush();
    }

    private List<String> headers() throws IOException {
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (!line.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+:[^\\x00\\r\\n]*")) {
                throw new IOException("a header is malformed");
            }
            headers.add(line);
        }
        return headers;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || ++read > LONGEST_HEADERS) {
                throw new IOException("the request is not whole, or too long");
            }
            line.append((char) b);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    /**
     * Is a request that is passed on.
     *
     * @param method such as GET
     * @param address whose host was checked
     * @param headers as they came, each a line
     */
    private record Plain(String method, WebAddress address, List<String> headers) {

        String text() {
            StringBuilder text = new StringBuilder(method + " " + address.target() + " HTTP/1.1\r\n");
            text.append("Host: ").append(address.host().inUrl()).append("\r\nConnection: close\r\n");
            for (String header : headers) {
                if (!NOT_PASSED_ON.contains(name(header))) {
                    text.append(header).append("\r\n");
                }
            }
            return text.append("\r\n").toString();
        }

        /** Returns how long the body is. */
        long length() {
            long length = 0;
            for (String header : headers) {
                if (name(header).equals("transfer-encoding")) {
                    throw new EgressRefusedException("a body must say its length");
                }
                if (name(header).equals("content-length")) {
                    String value = header.substring(header.indexOf(':') + 1).strip();
                    if (!value.matches("[0-9]{1,15}")) {
                        throw new EgressRefusedException("a body has a malformed length");
                    }
                    length = Long.parseLong(value);
                }
            }
            return length;
        }

        private static String name(String header) {
            return header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
        }
    }
}
