package dev.cadre.tools.permission;

/** Reports a path that no tool may touch, with the reason in words for the model. */
public final class PathRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure. */
    public PathRefusedException(String message) {
        super(message);
    }
}
