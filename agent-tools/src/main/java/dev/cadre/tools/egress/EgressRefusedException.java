package dev.cadre.tools.egress;

/** Reports a request that may not be sent, with the reason in words for the model. */
public final class EgressRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure. */
    public EgressRefusedException(String message) {
        super(message);
    }
}
