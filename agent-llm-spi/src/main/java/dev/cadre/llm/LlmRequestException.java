package dev.cadre.llm;

import org.jspecify.annotations.Nullable;

/** Reports a request that the provider refuses as it stands; sending it again will not help. */
public final class LlmRequestException extends LlmException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the cause may be null. */
    public LlmRequestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Makes the failure with the provider's id of the request; it and the cause may be null. */
    public LlmRequestException(String message, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, requestId, cause);
    }
}
