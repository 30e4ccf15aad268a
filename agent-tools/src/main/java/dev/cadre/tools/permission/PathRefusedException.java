package dev.cadre.tools.permission;

/** Reports a path that no tool may touch, with the reason in words for the model. */
public final class PathRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why. */
    public enum Kind {
        /** The text is no path here: an address, a name that is too long. */
        NO_PATH,
        /** It is one, and a pipe, a socket or a device stands there. */
        SPECIAL,
        /** It is one, and what stands there is closed to tools, as a folder of the operating system is. */
        CLOSED
    }

    private final Kind kind;

    /** Makes the failure of a path that is closed. */
    public PathRefusedException(String message) {
        this(message, Kind.CLOSED);
    }

    /** Makes the failure. */
    public PathRefusedException(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    /** Returns why no tool may touch it. */
    public Kind kind() {
        return kind;
    }
}
