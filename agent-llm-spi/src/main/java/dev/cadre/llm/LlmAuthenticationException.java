package dev.cadre.llm;

import org.jspecify.annotations.Nullable;

/**
 * Reports an account that cannot make the call: its key is missing, wrong or lacks the right, or its credit is used up.
 * The message says what a person must do, and where the right key belongs.
 */
public final class LlmAuthenticationException extends LlmException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the cause may be null. */
    public LlmAuthenticationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Makes the failure with the provider's id of the request; it and the cause may be null. */
    public LlmAuthenticationException(String message, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, requestId, cause);
    }
}
