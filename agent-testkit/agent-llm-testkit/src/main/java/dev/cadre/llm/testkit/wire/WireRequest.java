package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.Json;
import dev.cadre.llm.testkit.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Is one request as the server received it. Immutable. */
public final class WireRequest {

    private final String method;
    private final String target;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] body;

    WireRequest(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = Json.list(headers);
        this.body = body;
    }

    /** Returns the method, such as {@code POST}. */
    public String method() {
        return method;
    }

    /** Returns the request's target as it was sent: a path with its query, or a whole address if sent to a proxy. */
    public String target() {
        return target;
    }

    /** Returns the path, without address and query. */
    public String path() {
        int scheme = target.indexOf("://");
        int from = scheme < 0 ? 0 : Math.max(target.indexOf('/', scheme + 3), 0);
        int query = target.indexOf('?', from);
        return target.substring(from, query < 0 ? target.length() : query);
    }

    /** Returns the API that the path belongs to. */
    public Optional<WireApi> api() {
        return WireApi.of(path());
    }

    /** Returns the first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns all headers in the order of their arrival. */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** Returns the body as UTF-8 text. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Returns the body as an ordered, unmodifiable JSON object; empty if there is no body.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    public Map<String, Object> json() {
        return body.length == 0 ? Map.of() : JsonText.read(body());
    }

    /** Returns whether the body asks for a stream. */
    public boolean streamed() {
        return Boolean.TRUE.equals(json().get("stream"));
    }

    /** Shows the method and the target; headers and body, which may hold keys and prompts, are not shown. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
