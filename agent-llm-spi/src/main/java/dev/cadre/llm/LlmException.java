package dev.cadre.llm;

import org.jspecify.annotations.Nullable;

/**
 * Is the root of all failures of model calls; its leaves are named after their remedy.
 *
 * <p>Messages hold no key and no text of a prompt.
 */
public abstract class LlmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes a failure with a message and, where there is one, its cause. */
    protected LlmException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
