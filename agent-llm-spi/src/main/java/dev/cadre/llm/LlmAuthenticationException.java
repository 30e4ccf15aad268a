package dev.cadre.llm;

import org.jspecify.annotations.Nullable;

/** Reports a missing, wrong or insufficient key; the message says where to put the right one. */
public final class LlmAuthenticationException extends LlmException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the cause may be null. */
    public LlmAuthenticationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
