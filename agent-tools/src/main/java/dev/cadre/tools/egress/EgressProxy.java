package dev.cadre.tools.egress;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets the commands of a sandbox out to the hosts of a list, and to no other. Listens on a socket in the file system, which
 * is the only thing that leads out of the sandbox; speaks HTTP with and without CONNECT, and SOCKS5. Thread-safe.
 */
public final class EgressProxy implements Closeable {

    private static final int MOST_CONNECTIONS = 64;

    private final ServerSocketChannel server;
    private final DomainList allowed;
    private final EgressGuard guard;
    private final ProxyConnector connector;
    private final Set<ProxyConnection> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);

    private EgressProxy(ServerSocketChannel server, DomainList allowed, EgressGuard guard, ProxyConnector connector) {
        this.server = server;
        this.allowed = allowed;
        this.guard = guard;
        this.connector = connector;
    }

    /** Starts a proxy that listens on a socket to be made at a path. */
    public static EgressProxy start(Path socket, DomainList allowed, EgressGuard guard) throws IOException {
        return start(socket, allowed, guard, ProxyConnector.direct());
    }

    static EgressProxy start(Path socket, DomainList allowed, EgressGuard guard, ProxyConnector connector)
            throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        EgressProxy proxy = new EgressProxy(server, allowed, guard, connector);
        daemon("cadre-proxy", proxy::accept);
        return proxy;
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                places.acquire();
                SocketChannel client = server.accept();
                ProxyConnection connection = new ProxyConnection(this, client);
                open.add(connection);
                daemon("cadre-proxy-connection", () -> {
                    try {
                        connection.serve();
                    } finally {
                        open.remove(connection);
                        places.release();
                    }
                });
            }
        } catch (IOException e) {
            // The proxy was closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Connects to a host of the list.
     *
     * @throws EgressRefusedException if it is none, or one of its addresses is closed
     */
    SocketChannel connect(ProxyTarget target) throws IOException {
        if (!allowed.contains(target.host())) {
            throw new EgressRefusedException(
                    "the host \"" + target.host() + "\" is not among those that commands may reach");
        }
        IOException failure = new IOException("there is no address to connect to");
        List<InetAddress> addresses = guard.check(target.host());
        for (InetAddress address : addresses) {
            try {
                return connector.connect(address, target.port());
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** Stops listening and ends all connections. */
    @Override
    public void close() throws IOException {
        server.close();
        for (ProxyConnection connection : open) {
            connection.close();
        }
    }
}
