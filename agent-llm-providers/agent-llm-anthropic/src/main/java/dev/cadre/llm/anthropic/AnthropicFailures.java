package dev.cadre.llm.anthropic;

import com.anthropic.core.http.Headers;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures of the SDK into the leaf of {@link LlmException} that names the remedy, in one line.
 *
 * <p>What the service said is no cause of it: the SDK's exceptions hold whole bodies, which may echo keys and prompts.
 */
final class AnthropicFailures {

    private static final Pattern TOO_LONG = Pattern.compile("(?i)(prompt|input) is too long|exceed.{0,20} context");
    private static final Pattern NO_CREDIT = Pattern.compile("(?i)credit balance|billing");

    private final AnthropicSettings settings;

    AnthropicFailures(AnthropicSettings settings) {
        this.settings = settings;
    }

    RuntimeException translate(RuntimeException failure, String model, CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            return new LlmCancelledException("the call to Anthropic was cancelled", failure);
        }
        if (failure instanceof LlmException) {
            return failure;
        }
        if (failure instanceof AnthropicServiceException service) {
            return refused(service, model);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedInputStream.TooLongException) {
                return new LlmRequestException(
                        "Anthropic's answer is longer than " + BoundedInputStream.MAX_BYTES + " bytes", failure);
            }
        }
        if (failure instanceof AnthropicIoException || isBrokenConnection(failure.getCause())) {
            return unreachable(failure);
        }
        if (failure instanceof AnthropicException) {
            return new LlmRetryableException(
                    "Anthropic's answer could not be read; try again, or check that " + shownUrl()
                            + " speaks the Messages API",
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
            return new LlmCancelledException("the thread that called Anthropic was interrupted", failure);
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof InterruptedIOException) {
            return new LlmRetryableException(
                    "no complete answer from " + shownUrl() + " within "
                            + settings.timeout().toSeconds() + " s; try again, or allow more with LlmSettings.timeout",
                    null,
                    failure);
        }
        return new LlmRetryableException(
                "no connection to " + shownUrl() + " (" + cause.getClass().getSimpleName()
                        + "); check the network, the proxy and ANTHROPIC_BASE_URL",
                null,
                failure);
    }

    private LlmException refused(AnthropicServiceException failure, String model) {
        String type = failure.type().map(found -> found.asString()).orElse("");
        int status = status(failure.statusCode(), type);
        String seen = "(" + (type.isEmpty() ? "status " + status : status + " " + type) + ")";
        String detail = detail(failure);
        @Nullable String requestId = failure.requestId().orElse(null);
        if (NO_CREDIT.matcher(detail).find() || status == 401 || status == 402 || status == 403) {
            return new LlmAuthenticationException(account(status, seen, detail), requestId, null);
        }
        if (status == 404) {
            return new LlmRequestException(
                    "Anthropic has no model \"" + model + "\" for this key " + seen
                            + "; use fable, haiku, opus, sonnet or an id from the vendor's list of models",
                    requestId,
                    null);
        }
        if (status == 413 || (status == 400 && TOO_LONG.matcher(detail).find())) {
            return new LlmContextTooLongException(
                    "the request is too long for " + model + " " + seen
                            + "; shorten the transcript or choose a model that reads more",
                    requestId,
                    null);
        }
        if (status == 408 || status == 409 || status == 429 || status >= 500) {
            return new LlmRetryableException(
                    "Anthropic cannot answer now " + seen + "; try again later: " + detail,
                    retryAfter(failure.headers()),
                    requestId,
                    null);
        }
        return new LlmRequestException("Anthropic refuses the request " + seen + ": " + detail, requestId, null);
    }

    private static String account(int status, String seen, String detail) {
        if (status == 401) {
            return "Anthropic does not know this key " + seen + "; check ANTHROPIC_API_KEY or LlmSettings.apiKey";
        }
        if (status == 402 || NO_CREDIT.matcher(detail).find()) {
            return "the Anthropic account is out of credit " + seen
                    + "; add some in the vendor's console, or use another key";
        }
        return "Anthropic denies this key the call " + seen + "; check the rights of the key: " + detail;
    }

    /** Returns the status that an error has; one inside a stream came under status 200. */
    private static int status(int status, String type) {
        if (status >= 300) {
            return status;
        }
        return switch (type) {
            case "invalid_request_error" -> 400;
            case "authentication_error" -> 401;
            case "billing_error" -> 402;
            case "permission_error" -> 403;
            case "not_found_error" -> 404;
            case "request_too_large" -> 413;
            case "rate_limit_error" -> 429;
            case "timeout_error" -> 504;
            case "overloaded_error" -> 529;
            default -> 500;
        };
    }

    private String detail(AnthropicServiceException failure) {
        return FailureText.line(failure.apiMessage().orElse("no further explanation"), settings.apiKey());
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
        return headers.values(name.toLowerCase(Locale.ROOT)).stream().findFirst();
    }

    private String shownUrl() {
        return FailureText.address(settings.baseUrl());
    }
}
