package dev.cadre.tools.sandbox;

/** Reports that one way to make the sandbox does not work here; another may. */
final class BackendUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    BackendUnavailableException(String message) {
        super(message);
    }
}
