package com.example.acme;

import dev.cadre.llm.FailureText;
import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmContextTooLongException;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.RetryAfter;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names the remedy of each failure by the type of its exception. Messages repeat neither keys nor whole bodies. */
final class AcmeFailures {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AcmeFailures() {}

    static LlmException ofStatus(HttpResponse<?> response, byte[] body) {
        int status = response.statusCode();
        JsonNode error = error(body);
        String said = error.path("message").asString("");
        String message =
                "Acme answered with status " + status + (said.isEmpty() ? "" : ": " + FailureText.line(said, ""));
        String id = requestId(response);
        if (status == 401 || status == 403) {
            return new LlmAuthenticationException(message + "; check ACME_API_KEY", id, null);
        }
        if (error.path("code").asString("").equals("context_length_exceeded")) {
            return new LlmContextTooLongException(message, id, null);
        }
        if (status == 408 || status == 429 || status >= 500) {
            return new LlmRetryableException(message, retryAfter(response), id, null);
        }
        return new LlmRequestException(message, id, null);
    }

    static String requestId(HttpResponse<?> response) {
        return response.headers().firstValue("x-request-id").orElse("");
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .flatMap(value -> RetryAfter.parse(value, Instant.now()))
                .orElse(null);
    }

    private static JsonNode error(byte[] body) {
        try {
            return JSON.readTree(body).path("error");
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
