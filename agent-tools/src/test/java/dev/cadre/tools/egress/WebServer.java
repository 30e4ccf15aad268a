package dev.cadre.tools.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers requests on loopback with bytes that a test wrote, and plays all hosts of the Internet. */
final class WebServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, byte[]> answers = new LinkedHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> connections = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeAnswer = () -> {};

    WebServer() throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread thread = new Thread(this::serve, "web-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sets the whole answer for a path. */
    WebServer answer(String path, String bytes) {
        return answer(path, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    WebServer answer(String path, byte[] bytes) {
        answers.put(path, bytes);
        return this;
    }

    /** Sets what happens between request and answer. */
    void beforeAnswer(Runnable action) {
        this.beforeAnswer = action;
    }

    /** Returns the requests so far, whole. */
    List<String> requests() {
        return requests;
    }

    /** Returns the addresses to which a client wanted to connect. */
    List<String> connections() {
        return connections;
    }

    /** Connects here instead of to the checked address, and notes that. */
    Connector connector() {
        return (client, address, port) -> {
            connections.add(address.getHostAddress() + ":" + port);
            client.connect(new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()), client.millisLeft());
        };
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                String request = request(client.getInputStream());
                requests.add(request);
                beforeAnswer.run();
                String path = request.split(" ", 3)[1];
                OutputStream out = client.getOutputStream();
                out.write(answers.getOrDefault(
                        path, "HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < ' ' && b != '\r' && b != '\n') {
                throw new IOException("no request of HTTP");
            }
            request.append((char) b);
        }
        return request.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
