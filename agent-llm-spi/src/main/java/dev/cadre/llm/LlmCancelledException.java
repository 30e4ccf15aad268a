package dev.cadre.llm;

import org.jspecify.annotations.Nullable;

/** Reports that the call ended because its token was cancelled. */
public final class LlmCancelledException extends LlmException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the cause may be null. */
    public LlmCancelledException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
