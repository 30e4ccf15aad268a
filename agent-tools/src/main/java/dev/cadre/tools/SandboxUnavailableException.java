package dev.cadre.tools;

/** Reports that the boundary that a policy needs can't be had; the message says what to install. */
public final class SandboxUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure. */
    public SandboxUnavailableException(String message) {
        super(message);
    }
}
