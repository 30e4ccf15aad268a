package dev.cadre.llm.langchain4j;

import dev.cadre.llm.FailureText;
import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmContextTooLongException;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmRetryableException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Turns failures of LangChain4j into the leaf of {@link LlmException} that names the remedy.
 *
 * <p>They are no causes of it: they hold whole bodies, which may echo keys and prompts.
 */
final class ModelFailures {

    private static final Pattern TOO_LONG = Pattern.compile(
            "(?i)context_length_exceeded|(prompt|input) is too long|maximum context length|exceeds? the context");

    private ModelFailures() {}

    static LlmException translate(Throwable failure) {
        if (failure instanceof LlmException known) {
            return known;
        }
        String detail = detail(failure);
        if (TOO_LONG.matcher(detail).find()) {
            return new LlmContextTooLongException("the transcript is too long for the model: " + detail, null);
        }
        if (failure instanceof HttpException http) {
            return byStatus(http.statusCode(), detail);
        }
        if (failure instanceof AuthenticationException) {
            return keyRefused(detail);
        }
        if (failure instanceof UnresolvedModelServerException) {
            return unreachable(failure);
        }
        if (failure instanceof RetriableException) {
            return new LlmRetryableException("the model did not answer: " + detail, null, null);
        }
        if (failure instanceof LangChain4jException && !(failure.getCause() instanceof IOException)) {
            return new LlmRequestException("the model refused the request: " + detail, null);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return unreachable(cause);
            }
        }
        return new LlmRequestException("the LangChain4j model failed: " + detail, failure);
    }

    private static LlmException unreachable(Throwable cause) {
        return new LlmRetryableException(
                "the model could not be reached (" + detail(cause)
                        + "); check the network and the address that its builder was given",
                null,
                null);
    }

    private static LlmException byStatus(int status, String detail) {
        String message = "the model answered with status " + status + ": " + detail;
        if (status == 401 || status == 403) {
            return keyRefused(detail);
        }
        if (status == 408 || status == 429 || status >= 500) {
            return new LlmRetryableException(message, null, null);
        }
        return new LlmRequestException(message, null);
    }

    private static LlmException keyRefused(String detail) {
        return new LlmAuthenticationException(
                "the model refused the key; give the right one to the model's builder: " + detail, null);
    }

    private static String detail(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : FailureText.line(message, "");
    }
}
