package dev.cadre.tools;

import org.jspecify.annotations.Nullable;

/** Reports that an audit log can't be opened, trusted or written. */
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the cause may be null. */
    public AuditException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
