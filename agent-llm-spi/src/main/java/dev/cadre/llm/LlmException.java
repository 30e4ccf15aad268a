package dev.cadre.llm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is the root of all failures of model calls; its leaves are named after their remedy.
 *
 * <p>Messages hold no key and no text of a prompt.
 */
public abstract class LlmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String requestId;

    /** Makes a failure with a message and, where there is one, its cause. */
    protected LlmException(String message, @Nullable Throwable cause) {
        this(message, null, cause);
    }

    /** Makes a failure with a message and, where there are any, the provider's id of the request and the cause. */
    protected LlmException(String message, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, cause);
        this.requestId = requestId;
    }

    /** Returns the id under which the provider's support finds the request, if it gave one. */
    public final Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
