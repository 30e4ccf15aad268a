package dev.cadre.tools.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** Opens connections to addresses that were checked. */
@FunctionalInterface
interface Connector {

    /** Connects a socket to the first address that answers before the deadline. */
    void connect(DeadlineSocket socket, InetAddress address, int port) throws IOException;

    /** Returns the connector that goes there directly, whatever proxies the environment names. */
    static Connector direct() {
        return (socket, address, port) -> socket.connect(new InetSocketAddress(address, port), socket.millisLeft());
    }

    /** Tries one address after another. */
    static Socket connect(Connector connector, List<InetAddress> addresses, int port, long deadline)
            throws IOException {
        IOException failure = null;
        for (InetAddress address : addresses) {
            DeadlineSocket socket = new DeadlineSocket(deadline);
            try {
                connector.connect(socket, address, port);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure == null ? new IOException("there is no address to connect to") : failure;
    }
}
