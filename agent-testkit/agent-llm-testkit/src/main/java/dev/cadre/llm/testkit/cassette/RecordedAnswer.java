package dev.cadre.llm.testkit.cassette;

import static dev.cadre.llm.testkit.json.JsonText.object;

import dev.cadre.llm.Json;
import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmContextTooLongException;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Is what came of a recorded call: a response, or the failure of the provider.
 *
 * @param json the response or failure, redacted
 */
record RecordedAnswer(Map<String, Object> json) {

    private static final String FAILURE = "failure";

    static RecordedAnswer of(LlmResponse response, Redaction redaction) {
        TokenUsage usage = response.usage();
        return new RecordedAnswer(redaction.redact(object(
                "model", response.model(),
                "stop-reason", response.stopReason().name().toLowerCase(Locale.ROOT),
                "stop-detail", response.stopDetail(),
                "usage",
                        object(
                                "input", usage.input(),
                                "output", usage.output(),
                                "cache-read", usage.cacheRead(),
                                "cache-write", usage.cacheWrite()),
                "content", Blocks.write(response.message().content()))));
    }

    static RecordedAnswer of(LlmException failure, Redaction redaction) {
        Map<String, Object> json = object(FAILURE, kind(failure), "message", String.valueOf(failure.getMessage()));
        if (failure instanceof LlmRetryableException retryable) {
            retryable.retryAfter().ifPresent(wait -> json.put("retry-after", wait.toString()));
        }
        return new RecordedAnswer(redaction.redact(json));
    }

    private static String kind(LlmException failure) {
        if (failure instanceof LlmRetryableException) {
            return "retryable";
        }
        if (failure instanceof LlmAuthenticationException) {
            return "authentication";
        }
        return failure instanceof LlmContextTooLongException ? "context-too-long" : "request";
    }

    /** Returns the response, or throws the failure. */
    LlmResponse toResponse(Redaction redaction) {
        Map<String, Object> restored = redaction.restore(json);
        if (restored.containsKey(FAILURE)) {
            throw failure(restored);
        }
        Map<?, ?> usage = Json.object((Map<?, ?>) restored.getOrDefault("usage", Map.of()));
        return new LlmResponse(
                new Message.Assistant(Blocks.read(restored.getOrDefault("content", List.of()))),
                StopReason.valueOf(String.valueOf(restored.get("stop-reason")).toUpperCase(Locale.ROOT)),
                new TokenUsage(
                        count(usage, "input"),
                        count(usage, "output"),
                        count(usage, "cache-read"),
                        count(usage, "cache-write")),
                String.valueOf(restored.get("model")),
                "",
                String.valueOf(restored.getOrDefault("stop-detail", "")));
    }

    private static long count(Map<?, ?> usage, String key) {
        return usage.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static LlmException failure(Map<String, Object> json) {
        String message = String.valueOf(json.get("message"));
        Object wait = json.get("retry-after");
        String kind = String.valueOf(json.get(FAILURE));
        return switch (kind) {
            case "retryable" ->
                new LlmRetryableException(message, wait == null ? null : Duration.parse(wait.toString()), null);
            case "authentication" -> new LlmAuthenticationException(message, null);
            case "context-too-long" -> new LlmContextTooLongException(message, null);
            default -> new LlmRequestException(message, null);
        };
    }
}
