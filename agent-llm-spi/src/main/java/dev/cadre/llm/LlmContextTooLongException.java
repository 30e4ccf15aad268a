package dev.cadre.llm;

import org.jspecify.annotations.Nullable;

/** Reports a transcript that is longer than the model can read; shorten it or choose another model. */
public final class LlmContextTooLongException extends LlmException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the cause may be null. */
    public LlmContextTooLongException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Makes the failure with the provider's id of the request; it and the cause may be null. */
    public LlmContextTooLongException(String message, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, requestId, cause);
    }
}
