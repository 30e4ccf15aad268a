package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;

/** Says where in its text something was found. More kinds of items may follow. */
public interface Located {

    /** Returns the place, relative to the text that was read. */
    Span span();

    /** Returns the line on which it begins, from 1. */
    default int line() {
        return span().line();
    }
}
