package dev.cadre.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.JsonValue;
import com.openai.core.http.Headers;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.FailureText;
import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmContextTooLongException;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.RetryAfter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures of the SDK into the leaf of {@link LlmException} that names the remedy, in one line.
 *
 * <p>What the service said is no cause of it: the SDK's exceptions hold whole bodies, which may echo keys and prompts.
 */
final class OpenAiFailures {

    private static final Pattern TOO_LONG = Pattern.compile(
            "(?i)context[_ ](length|window|size)|maximum context|prompt is too long|too many tokens|exceed_context");
    private static final Pattern NO_CREDIT =
            Pattern.compile("(?i)insufficient_quota|billing|exceeded your current quota|insufficient credits");

    private final OpenAiSettings settings;

    OpenAiFailures(OpenAiSettings settings) {
        this.settings = settings;
    }

    RuntimeException translate(RuntimeException failure, String model, CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            return new LlmCancelledException("the call to " + settings.service() + " was cancelled", failure);
        }
        if (failure instanceof LlmException) {
            return failure;
        }
        if (failure instanceof OpenAIServiceException service) {
            return refused(service, model);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedInputStream.TooLongException) {
                return new LlmRequestException(
                        "the answer of " + settings.service() + " is longer than " + BoundedInputStream.MAX_BYTES
                                + " bytes",
                        failure);
            }
        }
        if (failure instanceof OpenAIIoException || isBrokenConnection(failure.getCause())) {
            return unreachable(failure);
        }
        if (failure instanceof OpenAIException) {
            return new LlmRetryableException(
                    "the answer of " + settings.service() + " could not be read; try again, or check that "
                            + settings.shownUrl() + " speaks the API of OpenAI",
                    null,
                    null);
        }
        return failure;
    }

    private static boolean isBrokenConnection(@Nullable Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException);
    }

    private LlmException unreachable(RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return new LlmCancelledException(
                    "the thread that called " + settings.service() + " was interrupted", failure);
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof InterruptedIOException) {
            return new LlmRetryableException(
                    "no complete answer from " + settings.shownUrl() + " within "
                            + settings.timeout().toSeconds() + " s; try again, or allow more with LlmSettings.timeout",
                    null,
                    failure);
        }
        return new LlmRetryableException(
                "no connection to " + settings.shownUrl() + " ("
                        + cause.getClass().getSimpleName() + "); check the network, the proxy and OPENAI_BASE_URL",
                null,
                failure);
    }

    private LlmException refused(OpenAIServiceException failure, String model) {
        String code = failure.code().or(failure::type).orElse("");
        return refused(new Refusal(
                failure.statusCode() >= 300 ? failure.statusCode() : status(code),
                code,
                message(failure.body()),
                header(failure.headers(), "x-request-id").orElse(null),
                retryAfter(failure.headers()),
                model));
    }

    /** Returns the failure for an error that was told inside a stream, which has a code but no status. */
    LlmException inStream(String code, String message, String requestId, String model) {
        return refused(new Refusal(status(code), code, message, requestId.isEmpty() ? null : requestId, null, model));
    }

    /** What the service said when it refused a request. */
    private record Refusal(
            int status,
            String code,
            String message,
            @Nullable String requestId,
            @Nullable Duration retryAfter,
            String model) {

        boolean says(Pattern pattern) {
            return pattern.matcher(code + " " + message).find();
        }
    }

    private LlmException refused(Refusal refusal) {
        String seen = "("
                + (refusal.code().isEmpty()
                        ? "status " + refusal.status()
                        : refusal.status() + " " + shorten(refusal.code()))
                + ")";
        int status = refusal.status();
        if (refusal.says(NO_CREDIT) || status == 401 || status == 402 || status == 403) {
            return new LlmAuthenticationException(account(refusal, seen), refusal.requestId(), null);
        }
        if (status == 404) {
            return new LlmRequestException(
                    settings.service() + " has no model \"" + refusal.model() + "\" " + seen + "; "
                            + remedyForUnknownModel(),
                    refusal.requestId(),
                    null);
        }
        if (status == 413 || ((status == 400 || status == 500) && refusal.says(TOO_LONG))) {
            return new LlmContextTooLongException(
                    "the request is too long for " + refusal.model() + " " + seen
                            + "; shorten the transcript or choose a model that reads more",
                    refusal.requestId(),
                    null);
        }
        String detail = shorten(refusal.message());
        if (status == 408 || status == 409 || status == 429 || status >= 500) {
            return new LlmRetryableException(
                    settings.service() + " cannot answer now " + seen + "; try again later: " + detail,
                    refusal.retryAfter(),
                    refusal.requestId(),
                    null);
        }
        return new LlmRequestException(
                settings.service() + " refuses the request " + seen + ": " + detail, refusal.requestId(), null);
    }

    private String account(Refusal refusal, String seen) {
        if (refusal.says(NO_CREDIT) || refusal.status() == 402) {
            return "the account at " + settings.service() + " is out of credit " + seen
                    + "; add some in the vendor's console, or use another key";
        }
        if (refusal.status() == 401) {
            return settings.service() + " does not know this key " + seen
                    + "; check OPENAI_API_KEY or LlmSettings.apiKey";
        }
        return settings.service() + " denies this key the call " + seen + "; check the rights of the key: "
                + shorten(refusal.message());
    }

    private String remedyForUnknownModel() {
        return settings.isVendor()
                ? "use an id from the vendor's list of models that this key may use"
                : "use an id that the server lists at " + settings.shownUrl()
                        + "/models, and check that OPENAI_BASE_URL ends with the version, such as /v1";
    }

    private static int status(String code) {
        return switch (code) {
            case "invalid_api_key", "authentication_error" -> 401;
            case "model_not_found" -> 404;
            case "rate_limit_exceeded", "insufficient_quota" -> 429;
            case "context_length_exceeded", "invalid_prompt", "invalid_request_error" -> 400;
            default -> code.startsWith("invalid_") ? 400 : 500;
        };
    }

    private static String message(JsonValue body) {
        JsonValue error = JsonValues.member(body, "error");
        return JsonValues.text(JsonValues.member(error, "message"))
                .or(() -> JsonValues.text(JsonValues.member(body, "message")))
                .or(() -> JsonValues.text(error))
                .or(() -> JsonValues.text(body))
                .orElse("no further explanation");
    }

    private String shorten(String text) {
        return FailureText.line(text, settings.apiKey());
    }

    private static @Nullable Duration retryAfter(Headers headers) {
        Optional<Duration> precise = header(headers, "retry-after-ms")
                .filter(value -> value.matches("\\d{1,12}"))
                .map(value -> Duration.ofMillis(Long.parseLong(value)));
        Instant now = header(headers, "date").flatMap(RetryAfter::parseDate).orElseGet(Instant::now);
        return precise.or(() -> header(headers, "retry-after").flatMap(value -> RetryAfter.parse(value, now)))
                .orElse(null);
    }

    private static Optional<String> header(Headers headers, String name) {
        return headers.values(name).stream().findFirst();
    }
}
