package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Listens on a free port of the loopback address and answers model calls from a script, first request first reply.
 *
 * <p>Clients reach it with {@link #url()} as their base URL; the format of an answer follows the request's path, see
 * {@link WireApi}. Every request is also checked against the documented shape of its API; a request that breaks it is
 * answered with status 400 and fails {@link #assertFinished()}. A request beyond the script's end likewise.
 *
 * <p>Each connection has a daemon thread. Thread-safe. See the package for an example.
 */
public final class WireServer implements AutoCloseable {

    private static final int SECONDS_TO_WAIT = 30;

    private final ServerSocket listener;
    private final Deque<WireReply> replies = new ArrayDeque<>();
    private final List<WireRequest> requests = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Set<Socket> connections = new LinkedHashSet<>();
    private final Semaphore clientsGone = new Semaphore(0);
    private final Semaphore arrivals = new Semaphore(0);
    private int accepted;
    private boolean closed;

    private WireServer(ServerSocket listener) {
        this.listener = listener;
    }

    /** Starts a server without replies. */
    public static WireServer start() {
        try {
            ServerSocket listener = new ServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            WireServer server = new WireServer(listener);
            server.startThread("wire-server", server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the server's address without a path, for clients that add {@code /v1/messages} themselves. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Returns the server's address with {@code /v1}, for clients that add {@code /chat/completions} themselves. */
    public URI urlWithVersion() {
        return URI.create(url() + "/v1");
    }

    /** Adds replies to the end of the script. */
    public synchronized WireServer enqueue(WireReply... next) {
        replies.addAll(List.of(next));
        return this;
    }

    /** Returns the requests so far, in the order of their arrival. */
    public synchronized List<WireRequest> requests() {
        return Json.list(requests);
    }

    /** Returns the last request; fails if there was none. */
    public synchronized WireRequest lastRequest() {
        if (requests.isEmpty()) {
            throw new AssertionError("no request has arrived");
        }
        return requests.get(requests.size() - 1);
    }

    /** Returns what was wrong with requests, in the order of their arrival. */
    public synchronized List<String> violations() {
        return Json.list(violations);
    }

    /** Returns how many connections clients have opened so far. */
    public synchronized int connectionCount() {
        return accepted;
    }

    /** Blocks until a request has arrived that no earlier call of this method has seen; at most 30 seconds. */
    public void awaitRequest() {
        await(arrivals, "no further request has arrived");
    }

    /** Blocks until a client has gone away during an answer, once for each; at most 30 seconds. */
    public void awaitClientGone() {
        await(clientsGone, "no client has closed its connection during an answer");
    }

    /**
     * Checks that every reply was used and that no request was wrong.
     *
     * @throws AssertionError otherwise
     */
    public synchronized void assertFinished() {
        if (!violations.isEmpty()) {
            throw new AssertionError("requests were wrong:\n" + String.join("\n", violations));
        }
        if (!replies.isEmpty()) {
            throw new AssertionError(replies.size() + " replies were not used; " + requests.size() + " requests came");
        }
    }

    /** Stops listening and closes all connections; idempotent. */
    @Override
    public void close() {
        List<Socket> open;
        synchronized (this) {
            closed = true;
            open = new ArrayList<>(connections);
        }
        closeQuietly(listener);
        open.forEach(WireServer::closeQuietly);
    }

    synchronized WireReply replyTo(WireRequest request) {
        requests.add(request);
        arrivals.release();
        List<String> wrong = WireChecks.check(request);
        WireReply reply = replies.poll();
        if (reply == null) {
            wrong = List.of("request " + requests.size() + " (" + request + ") finds no reply left in the script");
        }
        violations.addAll(wrong);
        return wrong.isEmpty() && reply != null ? reply : WireReply.error(400, String.join("; ", wrong));
    }

    void clientGone() {
        clientsGone.release();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                synchronized (this) {
                    accepted++;
                    connections.add(socket);
                    if (closed) {
                        closeQuietly(socket);
                    }
                }
                startThread("wire-connection", () -> serve(socket));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new WireConnection(this, socket).serve();
        } catch (IOException e) {
            // The client or close() has ended the connection; that is an ordinary end of an answer.
            closeQuietly(socket);
        } finally {
            synchronized (this) {
                connections.remove(socket);
            }
        }
    }

    private void startThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void await(Semaphore semaphore, String failure) {
        try {
            if (!semaphore.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new AssertionError(failure + " within " + SECONDS_TO_WAIT + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted; " + failure, e);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException("a socket could not be closed", e);
        }
    }
}
