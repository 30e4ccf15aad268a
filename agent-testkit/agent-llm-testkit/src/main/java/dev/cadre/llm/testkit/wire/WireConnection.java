package dev.cadre.llm.testkit.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Serves the requests of one connection, one after the other. */
final class WireConnection {

    private final WireServer server;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    WireConnection(WireServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void serve() throws IOException {
        HttpReader reader = new HttpReader(in);
        WireRequest request = reader.read();
        while (request != null) {
            WireReply reply = server.replyTo(request);
            if (!send(reply, reply.render(request))) {
                return;
            }
            request = reader.read();
        }
    }

    /** Returns whether the connection can serve another request. */
    private boolean send(WireReply reply, WireContent.Rendered rendered) throws IOException {
        WireDelivery delivery = reply.delivery();
        byte[] body = rendered.text().getBytes(StandardCharsets.UTF_8);
        if (delivery.gzip()) {
            body = compressed(body);
        }
        boolean chunked = !delivery.isPlain() || rendered.contentType().startsWith("text/event-stream");
        byte[] head = head(reply, rendered, chunked ? -1 : body.length);
        if (delivery.end() != WireDelivery.End.WELL && delivery.endAt() < 0) {
            int length = delivery.endAt() == WireDelivery.IN_HEAD ? head.length / 2 : 0;
            out.write(head, 0, length);
            out.flush();
            return end(delivery.end());
        }
        try {
            out.write(head);
            if (chunked) {
                sendPieces(delivery, body);
            } else {
                out.write(body);
            }
            out.flush();
        } catch (IOException e) {
            server.clientGone();
            throw e;
        }
        return end(delivery.end());
    }

    private void sendPieces(WireDelivery delivery, byte[] body) throws IOException {
        int from = 0;
        for (int to : delivery.boundaries(body.length)) {
            if (to > from) {
                out.write((Integer.toHexString(to - from) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(body, from, to - from);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                from = to;
            }
            pass(delivery.gates().get(to));
        }
        if (delivery.end() == WireDelivery.End.WELL) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void pass(@Nullable Gate gate) throws IOException {
        if (gate != null) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted at a gate", e);
            }
        }
    }

    private boolean end(WireDelivery.End end) throws IOException {
        if (end == WireDelivery.End.WELL) {
            return true;
        }
        if (end == WireDelivery.End.HANG) {
            awaitEnd();
            server.clientGone();
        } else if (end == WireDelivery.End.RESET) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
        return false;
    }

    private void awaitEnd() {
        try {
            while (in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // A reset by the client is an end, too.
            return;
        }
    }

    private static byte[] head(WireReply reply, WireContent.Rendered rendered, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(rendered.status())
                .append(" Scripted\r\ncontent-type: ")
                .append(rendered.contentType())
                .append("\r\n");
        for (WireApi api : List.of(WireApi.ANTHROPIC_MESSAGES, WireApi.OPENAI_CHAT)) {
            head.append(api.format().requestIdHeader())
                    .append(": ")
                    .append(WireReply.REQUEST_ID)
                    .append("\r\n");
        }
        for (Map.Entry<String, String> header : reply.headers()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        head.append(length < 0 ? "transfer-encoding: chunked" : "content-length: " + length)
                .append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
