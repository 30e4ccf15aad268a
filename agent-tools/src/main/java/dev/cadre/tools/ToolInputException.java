package dev.cadre.tools;

/** Reports an input that a tool refuses; the message tells the model what to change. */
public final class ToolInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure. */
    public ToolInputException(String message) {
        super(message);
    }
}
