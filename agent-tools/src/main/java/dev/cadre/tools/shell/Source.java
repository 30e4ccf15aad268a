package dev.cadre.tools.shell;

import org.jspecify.annotations.Nullable;

/** Is a position in the text of a command. */
final class Source {

    static final char END = '\0';

    private final String text;
    private int at;

    Source(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** Returns the next character without moving; {@link #END} at the end, which the text can't hold. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    char next() {
        return text.charAt(at++);
    }

    boolean accept(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    String slice(int from) {
        return text.substring(from, at);
    }

    /** Moves over a backslash before a newline, which bash takes out; returns whether there was one. */
    boolean skipContinuation() {
        if (peek() == '\\' && peek(1) == '\n') {
            at += 2;
            return true;
        }
        return false;
    }

    /** Moves over blanks and continuations. */
    void skipBlanks() {
        boolean moved = true;
        while (moved) {
            moved = accept(' ') || accept('\t') || skipContinuation();
        }
    }

    /** Moves over a comment, if one starts here, up to its newline. */
    void skipComment() {
        if (peek() == '#') {
            while (!isAtEnd() && peek() != '\n') {
                at++;
            }
        }
    }

    /** Moves behind the next newline and returns the line before it; null at the end of the text. */
    @Nullable
    String line() {
        if (isAtEnd()) {
            return null;
        }
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return line;
    }

    Uncertainty uncertain(String reason) {
        return new Uncertainty(reason, Math.min(at, text.length()));
    }
}
