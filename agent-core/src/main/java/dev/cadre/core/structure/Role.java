package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Objects;

/**
 * Who the agent is told to be.
 *
 * @param text the whole paragraph, such as {@code You are Ada, a careful reviewer. You value tests.}
 * @param persona the short form, such as {@code Ada, a careful reviewer}; the whole text where no short form shows
 * @param span where the paragraph stands
 */
public record Role(String text, String persona, Span span) implements Located {

    /** Checks that nothing is null. */
    public Role {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(persona, "persona");
        Objects.requireNonNull(span, "span");
    }
}
