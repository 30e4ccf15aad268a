package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;

/** Stops a reading at a place; the reader turns it into a diagnostic. */
final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DiagnosticCode code;
    private final int offset;
    private final int length;

    SourceException(DiagnosticCode code, int offset, int length, String message) {
        // No stack trace: this is an expected outcome of reading other people's files.
        super(message, null, false, false);
        this.code = code;
        this.offset = offset;
        this.length = length;
    }

    DiagnosticCode code() {
        return code;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
