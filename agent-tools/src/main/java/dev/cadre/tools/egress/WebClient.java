package dev.cadre.tools.egress;

import dev.cadre.llm.CancellationToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches texts from the web past an {@link EgressGuard}. Redirects within a host are followed, each checked anew; one to
 * another host is handed back, because permission is given for hosts. Immutable and thread-safe.
 */
public final class WebClient {

    /** How many bytes of a body are read, counted after decompression. */
    public static final int LONGEST_BODY = 5 << 20;

    private static final int MOST_REDIRECTS = 5;

    private final EgressGuard guard;
    private final Connector connector;
    private final SSLSocketFactory security;
    private final Duration patience;

    WebClient(EgressGuard guard, Connector connector, SSLSocketFactory security, Duration patience) {
        this.guard = guard;
        this.connector = connector;
        this.security = security;
        this.patience = patience;
    }

    /** Makes a client with 30 seconds for a page, redirects included. */
    public static WebClient create(EgressGuard guard) {
        return new WebClient(
                guard, Connector.direct(), (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(30));
    }

    /**
     * Fetches a text.
     *
     * @throws EgressRefusedException if the address, or one to which it redirects, may not be reached
     * @throws IOException if that fails, takes too long, or finds something else than text; the message is for the model
     */
    public WebPage fetch(WebAddress start, CancellationToken cancellation) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        WebAddress address = start;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpAnswer answer = get(address, deadline, cancellation);
            if (!answer.isRedirect()) {
                return page(address, answer);
            }
            WebAddress next = address.resolve(answer.header("location"));
            if (address.isSecure() && !next.isSecure()) {
                next = next.secure();
            }
            if (!next.host().equals(start.host())) {
                return new WebPage(address, answer.status(), "", "", true, Optional.of(next));
            }
            address = next;
        }
        throw new IOException("\"" + start + "\" redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpAnswer get(WebAddress address, long deadline, CancellationToken cancellation) throws IOException {
        List<InetAddress> addresses = guard.check(address.host());
        try (Socket plain = Connector.connect(connector, addresses, address.port(), deadline)) {
            CancellationToken.Registration registration = cancellation.onCancel(() -> closeQuietly(plain));
            try (Socket socket = address.isSecure() ? secured(plain, address) : plain) {
                socket.getOutputStream().write(HttpExchange.request(address));
                socket.getOutputStream().flush();
                return HttpExchange.read(socket.getInputStream(), LONGEST_BODY);
            } finally {
                registration.close();
            }
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The read that waits on it fails either way.
        }
    }

    private SSLSocket secured(Socket plain, WebAddress address) throws IOException {
        SSLSocket socket =
                (SSLSocket) security.createSocket(plain, address.host().text(), address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!address.host().isAddress()) {
            parameters.setServerNames(List.of(new SNIHostName(address.host().text())));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static WebPage page(WebAddress address, HttpAnswer answer) throws IOException {
        String full = answer.header("content-type").toLowerCase(Locale.ROOT);
        int end = full.indexOf(';');
        String type = (end < 0 ? full : full.substring(0, end)).strip();
        if (!isText(type)) {
            throw new IOException("\"" + address + "\" is of type " + type + ", not text");
        }
        boolean whole = answer.body().length <= LONGEST_BODY;
        byte[] body = whole ? answer.body() : Arrays.copyOf(answer.body(), LONGEST_BODY);
        return new WebPage(address, answer.status(), type, new String(body, charset(full)), whole, Optional.empty());
    }

    private static boolean isText(String type) {
        return type.isEmpty()
                || type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || List.of(
                                "application/json",
                                "application/xml",
                                "application/javascript",
                                "application/yaml",
                                "application/toml")
                        .contains(type);
    }

    private static Charset charset(String contentType) {
        int at = contentType.indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        String value = contentType.substring(at + "charset=".length());
        String name = value.replaceFirst("^[\"']", "").replaceFirst("[\"';,\\s].*", "");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
