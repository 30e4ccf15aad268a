package dev.cadre.tools.egress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Serves one client of the proxy: one target, and then nothing else. */
final class ProxyConnection {

    private static final int SOCKS5 = 5;
    private static final int BUFFER = 16 * 1024;

    private final EgressProxy proxy;
    private final SocketChannel client;
    private volatile boolean closed;

    ProxyConnection(EgressProxy proxy, SocketChannel client) {
        this.proxy = proxy;
        this.client = client;
    }

    void serve() {
        try (client) {
            InputStream in = new BufferedInputStream(ChannelStreams.in(client));
            OutputStream out = ChannelStreams.out(client);
            in.mark(1);
            int first = in.read();
            in.reset();
            if (first == SOCKS5) {
                new SocksGreeting(in, out).serve(this);
            } else {
                new HttpProxyRequest(in, out).serve(this);
            }
        } catch (IOException e) {
            // The client or the server went away; both ends see that.
        }
    }

    SocketChannel connect(ProxyTarget target) throws IOException {
        return proxy.connect(target);
    }

    /** Lets an encrypted connection through if the client names the host to which it asked to go, or one plain request. */
    void tunnel(ProxyTarget target, SocketChannel server, InputStream in, OutputStream out) throws IOException {
        if (target.port() == 80) {
            new HttpProxyRequest(in, out).serve(this, target, server);
            return;
        }
        OutputStream toServer = ChannelStreams.out(server);
        ClientHello hello = ClientHello.read(in);
        String named = hello.serverName()
                .orElse(target.host().isAddress() ? target.host().text() : "");
        if (!named.equals(target.host().text())) {
            throw new IOException("the client names another host than the one to which it asked to go");
        }
        toServer.write(hello.bytes());
        EgressProxy.daemon("cadre-proxy-upload", () -> {
            try {
                copy(in, toServer);
                server.shutdownOutput();
            } catch (IOException e) {
                // The other direction ends as well then.
            }
        });
        copy(ChannelStreams.in(server), out);
    }

    /** Copies until the end; what arrives is passed on at once. */
    void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0 && !closed; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void close() throws IOException {
        closed = true;
        client.close();
    }
}
