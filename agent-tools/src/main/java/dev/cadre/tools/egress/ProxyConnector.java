package dev.cadre.tools.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Opens connections to addresses that were checked. */
@FunctionalInterface
interface ProxyConnector {

    SocketChannel connect(InetAddress address, int port) throws IOException;

    /** Returns the connector that goes there directly. */
    static ProxyConnector direct() {
        return (address, port) -> {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.socket().connect(new InetSocketAddress(address, port), 30_000);
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        };
    }
}
