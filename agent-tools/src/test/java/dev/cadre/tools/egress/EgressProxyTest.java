package dev.cadre.tools.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressProxyTest {

    private static final Map<String, String> NAMES = Map.of(
            "good.example",
            "93.184.215.14",
            "sub.wide.example",
            "93.184.215.15",
            "inside.example",
            "10.1.2.3",
            "evil.example",
            "93.184.215.16");

    @TempDir
    private Path folder;

    private final List<String> connections = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private ServerSocketChannel server;
    private EgressProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
        EgressGuard guard = EgressGuard.create(name -> List.of(Addresses.of(
                Addresses.parse4(NAMES.getOrDefault(name, "127.0.0.1")).orElseThrow())));
        proxy = EgressProxy.start(
                folder.resolve("p"),
                DomainList.of(
                        List.of("good.example", "*.wide.example", "inside.example", "unknown.example"), List.of()),
                guard,
                (address, port) -> {
                    connections.add(address.getHostAddress() + ":" + port);
                    return SocketChannel.open(server.getLocalAddress());
                });
    }

    /** Reads until the client ends or an empty line, and answers. */
    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                InputStream in = Channels.newInputStream(client);
                StringBuilder text = new StringBuilder();
                while (text.indexOf("\r\n\r\n") < 0 && text.indexOf("hello-tls") < 0) {
                    int b = in.read();
                    if (b < 0) {
                        break;
                    }
                    text.append((char) b);
                }
                received.add(text.toString());
                Channels.newOutputStream(client)
                        .write("HTTP/1.1 200 OK\r\n\r\nanswer".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The next client, or the end of the test.
            }
        }
    }

    @AfterEach
    void end() throws IOException {
        proxy.close();
        server.close();
    }

    /** Sends messages while the proxy listens; it may hang up before the last. Returns all that it answers. */
    private String exchange(byte[]... messages) throws IOException {
        try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            client.connect(UnixDomainSocketAddress.of(folder.resolve("p")));
            try {
                OutputStream out = Channels.newOutputStream(client);
                for (byte[] message : messages) {
                    out.write(message);
                }
                client.shutdownOutput();
            } catch (IOException e) {
                // It hung up; its answer waits to be read.
            }
            return answer(Channels.newInputStream(client));
        }
    }

    private static String answer(InputStream in) {
        StringBuilder answer = new StringBuilder();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                answer.append((char) b);
            }
        } catch (IOException e) {
            // It hung up with words of ours unread.
        }
        return answer.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Makes the first message of a TLS client that names a host and then sends a word. */
    private static byte[] hello(String host) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeShort(0x0303);
        data.write(new byte[32]);
        data.writeByte(0);
        data.writeShort(2);
        data.writeShort(0x1301);
        data.writeByte(1);
        data.writeByte(0);
        int extension = host.isEmpty() ? 0 : host.length() + 9;
        data.writeShort(extension);
        if (!host.isEmpty()) {
            data.writeShort(0);
            data.writeShort(host.length() + 5);
            data.writeShort(host.length() + 3);
            data.writeByte(0);
            data.writeShort(host.length());
            data.writeBytes(host);
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(record);
        all.write(new byte[] {22, 3, 1});
        all.writeShort(body.size() + 4);
        all.writeByte(1);
        all.writeByte(0);
        all.writeShort(body.size());
        body.writeTo(all);
        all.writeBytes("hello-tls");
        return record.toByteArray();
    }

    @Test
    void passes_one_plain_request_on_with_the_checked_host() throws IOException {
        String answer = exchange(bytes(String.join(
                "\r\n",
                "GET http://Good.Example./a?b HTTP/1.1",
                "Host: evil.example",
                "Proxy-Connection: x",
                "X-A: 1",
                "",
                "GET http://evil.example/ HTTP/1.1",
                "",
                "")));

        assertThat(answer).endsWith("answer");
        assertThat(received)
                .containsExactly("GET /a?b HTTP/1.1\r\nHost: good.example\r\nConnection: close\r\nX-A: 1\r\n\r\n");
        assertThat(connections).containsExactly("93.184.215.14:80");
    }

    @Test
    void tunnels_tls_to_a_host_of_the_list() throws IOException {
        String answer = exchange(bytes("CONNECT sub.wide.example:443 HTTP/1.1\r\n\r\n"), hello("sub.wide.example"));

        assertThat(answer)
                .startsWith("HTTP/1.1 200 Connection established\r\n\r\n")
                .endsWith("answer");
        assertThat(connections).containsExactly("93.184.215.15:443");
        assertThat(received.get(0)).endsWith("hello-tls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "", "good.example.evil.example"})
    void ends_a_tunnel_whose_client_names_another_host(String named) throws IOException {
        String answer = exchange(bytes("CONNECT good.example:443 HTTP/1.1\r\n\r\n"), hello(named));

        assertThat(answer).doesNotContain("answer");
        assertThat(received).noneMatch(text -> text.contains("hello-tls"));
    }

    @Test
    void ends_a_tunnel_to_443_without_tls() throws IOException {
        assertThat(exchange(bytes("CONNECT good.example:443 HTTP/1.1\r\n\r\n"), bytes("SSH-2.0-x\r\n\r\n")))
                .doesNotContain("answer");
    }

    @Test
    void passes_one_request_with_the_checked_host_through_a_tunnel_to_80() throws IOException {
        byte[] socks = {5, 1, 0, 5, 1, 0, 3, 12};
        byte[] request =
                bytes("GET /a HTTP/1.1\r\nHost: evil.example\r\n\r\nGET /b HTTP/1.1\r\nHost: evil.example\r\n\r\n");

        assertThat(exchange(bytes("CONNECT good.example:80 HTTP/1.1\r\n\r\n"), request))
                .endsWith("answer");
        assertThat(exchange(socks, bytes("good.example"), new byte[] {0, 80}, request))
                .endsWith("answer");
        for (String other :
                List.of("GET http://evil.example/ HTTP/1.1", "GET @evil.example/ HTTP/1.1", "SSH-2.0-x", "GET")) {
            assertThat(exchange(bytes("CONNECT good.example:80 HTTP/1.1\r\n\r\n"), bytes(other + "\r\n\r\n")))
                    .contains("403 Forbidden");
        }

        String passed = "GET /a HTTP/1.1\r\nHost: good.example\r\nConnection: close\r\n\r\n";
        assertThat(received).filteredOn(text -> !text.isEmpty()).containsExactly(passed, passed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://evil.example/ HTTP/1.1",
                "CONNECT evil.example:443 HTTP/1.1",
                "CONNECT wide.example:443 HTTP/1.1",
                "CONNECT good.example.evil.example:443 HTTP/1.1",
                "CONNECT good.example:22 HTTP/1.1",
                "CONNECT inside.example:443 HTTP/1.1",
                "CONNECT unknown.example:443 HTTP/1.1",
                "CONNECT 127.0.0.1:80 HTTP/1.1",
                "CONNECT 1.1.1.1:443 HTTP/1.1",
                "CONNECT [::1]:443 HTTP/1.1",
                "CONNECT 127.1:80 HTTP/1.1",
                "CONNECT evil\u0000.good.example:443 HTTP/1.1",
                "CONNECT good.example HTTP/1.1",
                "GET / HTTP/1.1",
                "GET",
                "GET https://good.example/ HTTP/1.1",
                "GET http://good.example:8080/ HTTP/1.1",
                "GET ftp://good.example/ HTTP/1.1",
            })
    void refuses_other_hosts_and_ports(String request) throws IOException {
        assertThat(exchange(bytes(request + "\r\n\r\n"))).startsWith("HTTP/1.1 403 Forbidden");
        assertThat(connections).isEmpty();
    }

    @Test
    void refuses_a_body_without_length() throws IOException {
        assertThat(exchange(bytes("POST http://good.example/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void speaks_socks() throws IOException {
        byte[] greeting = {5, 1, 0, 5, 1, 0, 3, 12};
        byte[] port = {1, (byte) 187};

        assertThat(exchange(greeting, bytes("good.example"), port, hello("good.example")))
                .startsWith("\5\0\5\0\0\1")
                .endsWith("answer");
        assertThat(exchange(greeting, bytes("evil.example"), port, hello("evil.example")))
                .startsWith("\5\0\5\2");
        assertThat(exchange(new byte[] {5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1, 0, 80}))
                .startsWith("\5\0\5\2");
        assertThat(exchange(new byte[] {5, 1, 0, 5, 2, 0, 1, 127, 0, 0, 1, 0, 80}))
                .startsWith("\5\0\5\7");
        assertThat(connections).containsExactly("93.184.215.14:443");
    }
}
