package dev.cadre.tools;

import org.jspecify.annotations.Nullable;

/** Reports a file operation that failed or was refused, in words for the model. */
public final class WorkspaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the cause may be null. */
    public WorkspaceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
