package dev.cadre.tools.egress;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Speaks SOCKS5 (RFC 1928) without authentication, for connections only. */
final class SocksGreeting {

    private static final int REFUSED_BY_RULE = 2;
    private static final int FAILED = 4;

    private final InputStream in;
    private final OutputStream out;

    SocksGreeting(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void serve(ProxyConnection connection) throws IOException {
        DataInputStream data = new DataInputStream(in);
        data.readUnsignedByte();
        data.skipNBytes(data.readUnsignedByte());
        out.write(new byte[] {5, 0});
        int version = data.readUnsignedByte();
        int command = data.readUnsignedByte();
        data.readUnsignedByte();
        if (version != 5 || command != 1) {
            answer(7);
            return;
        }
        SocketChannel server;
        ProxyTarget target;
        try {
            String host = host(data);
            target = ProxyTarget.of(host, data.readUnsignedShort());
            server = connection.connect(target);
        } catch (EgressRefusedException e) {
            answer(REFUSED_BY_RULE);
            return;
        } catch (IOException e) {
            answer(FAILED);
            return;
        }
        try (server) {
            answer(0);
            connection.tunnel(target, server, in, out);
        }
    }

    private static String host(DataInputStream data) throws IOException {
        int type = data.readUnsignedByte();
        if (type == 3) {
            byte[] name = data.readNBytes(data.readUnsignedByte());
            return new String(name, StandardCharsets.ISO_8859_1);
        }
        if (type != 1 && type != 4) {
            throw new IOException("unknown type of address " + type);
        }
        String address = Addresses.of(data.readNBytes(type == 1 ? 4 : 16)).getHostAddress();
        return address.indexOf(':') < 0 ? address : "[" + address + "]";
    }

    private void answer(int code) throws IOException {
        out.write(new byte[] {5, (byte) code, 0, 1, 0, 0, 0, 0, 0, 0});
        out.flush();
    }
}
