package dev.cadre.llm.testkit.wire;

import static dev.cadre.llm.testkit.json.JsonText.object;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes errors as both of OpenAI's APIs do. */
final class OpenAiErrors {

    static final Map.Entry<String, String> CONTEXT_TOO_LONG = Map.entry(
            "context_length_exceeded",
            "This model's maximum context length is 128000 tokens. However, your messages resulted in 131072 tokens.");

    private OpenAiErrors() {}

    static Map<String, Object> body(int status, @Nullable String code, String message) {
        return object(
                "error",
                object(
                        "message",
                        message,
                        "type",
                        type(status),
                        "param",
                        null,
                        "code",
                        code == null ? code(status) : code));
    }

    private static String type(int status) {
        return switch (status) {
            case 429 -> "requests";
            case 500, 502, 503, 504, 529 -> "server_error";
            default -> "invalid_request_error";
        };
    }

    static @Nullable String code(int status) {
        return switch (status) {
            case 401 -> "invalid_api_key";
            case 404 -> "model_not_found";
            case 429 -> "rate_limit_exceeded";
            case 500, 502, 503, 504, 529 -> "server_error";
            default -> null;
        };
    }
}
