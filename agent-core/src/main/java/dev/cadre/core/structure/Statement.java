package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Objects;

/**
 * One statement of a prompt: a list item, a sentence or a heading, without its markup.
 *
 * @param text the text on one line, without list marker, emphasis and backticks
 * @param span where it stands
 */
public record Statement(String text, Span span) implements Located {

    /** Checks that nothing is null. */
    public Statement {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(span, "span");
    }
}
