package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.testkit.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Sends the smallest valid request of each API. */
final class PlainHttp {

    /** An answer with its body as text. */
    record Answer(int status, HttpURLConnection connection, String body) {

        String header(String name) {
            return connection.getHeaderField(name);
        }
    }

    private final WireServer server;

    PlainHttp(WireServer server) {
        this.server = server;
    }

    Answer post(WireApi api, boolean stream) throws IOException {
        HttpURLConnection connection = open(api, stream);
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            // After status 401 the JDK gives no body to a request that it can not repeat.
            byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
            return new Answer(status, connection, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    HttpURLConnection open(WireApi api, boolean stream) throws IOException {
        Map<String, Object> body = JsonText.object("model", "m", "max_tokens", 10, "stream", stream);
        body.put(
                api == WireApi.OPENAI_RESPONSES ? "input" : "messages",
                List.of(Map.of("role", "user", "content", "x")));
        if (stream && api == WireApi.OPENAI_CHAT) {
            body.put("stream_options", Map.of("include_usage", true));
        }
        return open(api.path(), JsonText.write(body));
    }

    HttpURLConnection open(String path, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(server.url() + path).toURL().openConnection();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("x-api-key", "key");
        connection.setRequestProperty("anthropic-version", "2023-06-01");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        connection.getOutputStream().write(bytes);
        return connection;
    }
}
