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
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** Returns how long the provider asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
