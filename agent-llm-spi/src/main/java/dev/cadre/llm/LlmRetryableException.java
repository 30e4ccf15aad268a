package dev.cadre.llm;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports a failure that may pass by itself: rate limits, overload, time-outs, broken connections. */
public final class LlmRetryableException extends LlmException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /** Makes the failure with the wait that the provider asked for; both may be null. */
    public LlmRetryableException(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        this(message, retryAfter, null, cause);
    }

    /** Makes the failure with the provider's id of the request too; all but the message may be null. */
    public LlmRetryableException(
            String message, @Nullable Duration retryAfter, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, requestId, cause);
        this.retryAfter = retryAfter;
    }

    /** Returns how long the provider asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
