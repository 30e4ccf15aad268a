package dev.cadre.tools;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reports that an audit log can't be opened, trusted or written. */
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final long NONE = 0;

    private final long brokenLine;

    /** Makes the failure; the cause may be null. */
    public AuditException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.brokenLine = NONE;
    }

    /** Makes the failure of a chain that breaks at a line, counted from 1. */
    public AuditException(String message, long brokenLine) {
        super(message);
        this.brokenLine = brokenLine;
    }

    /** Returns the first line that does not fit to those before it; empty for other failures. */
    public OptionalLong brokenLine() {
        return brokenLine == NONE ? OptionalLong.empty() : OptionalLong.of(brokenLine);
    }
}
