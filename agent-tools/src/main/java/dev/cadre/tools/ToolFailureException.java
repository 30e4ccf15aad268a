package dev.cadre.tools;

/** Reports that an action failed in a way that the model can react to. */
public final class ToolFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure. */
    public ToolFailureException(String message) {
        super(message);
    }
}
