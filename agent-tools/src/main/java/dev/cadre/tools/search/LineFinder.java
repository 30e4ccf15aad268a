package dev.cadre.tools.search;

import org.jspecify.annotations.Nullable;

/** Finds the lines that match: by a window of bytes where the expression has one, and by its automaton. Not thread-safe. */
final class LineFinder {

    private final @Nullable Window window;
    private final LazyDfa dfa;

    LineFinder(@Nullable Window window, LazyDfa dfa) {
        this.window = window;
        this.dfa = dfa;
    }

    /** Returns an offset in the first line that matches, or -1. The range must begin and end with whole lines. */
    int findLine(byte[] text, int from, int to) {
        if (window == null) {
            return dfa.find(text, from, to);
        }
        int at = from;
        while (at < to) {
            int found = window.find(text, at, to);
            if (found < 0 || window.isExact()) {
                return found;
            }
            int start = Lines.start(text, found, at);
            int end = Lines.end(text, found, to);
            if (dfa.find(text, start, end) >= 0) {
                return found;
            }
            if (dfa.isStopped()) {
                return -1;
            }
            at = end + 1;
        }
        return -1;
    }

    /** Returns whether a text holds a match, which may span lines. */
    boolean matches(byte[] text, int from, int to) {
        return (window == null || window.find(text, from, to) >= 0) && dfa.find(text, from, to) >= 0;
    }
}
