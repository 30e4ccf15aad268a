package dev.cadre.tools.search;

/** Reports a text that is no regular expression here; the message tells what to change. */
public final class TextPatternException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TextPatternException(String message) {
        super(message);
    }
}
