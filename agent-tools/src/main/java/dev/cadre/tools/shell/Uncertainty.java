package dev.cadre.tools.shell;

/** Ends an analysis at the first thing that it can't tell. */
final class Uncertainty extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    Uncertainty(String reason, int offset) {
        super(reason, null, false, false);
        this.offset = offset;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    int offset() {
        return offset;
    }
}
