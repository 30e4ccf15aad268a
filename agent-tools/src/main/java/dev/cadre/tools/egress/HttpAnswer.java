package dev.cadre.tools.egress;

import java.util.Map;

/** Is what a server answered. */
final class HttpAnswer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Makes an answer.
     *
     * @param headers by their names in lower case; of several with one name the first
     * @param body as far as it was read, decompressed
     */
    HttpAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** Returns a header, empty if there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    byte[] body() {
        return body;
    }

    boolean isRedirect() {
        return headers.containsKey("location")
                && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
    }
}
