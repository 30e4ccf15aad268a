package dev.cadre.examples.cli;

/** Reports input with which nothing can be done; the message is one line that says what to do. */
final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message);
    }
}
