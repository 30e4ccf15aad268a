package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Objects;

/**
 * One part that a deliverable must have.
 *
 * @param title its name, such as {@code API Endpoints}
 * @param detail what it should say; empty if the prompt does not tell
 * @param span where the prompt names it
 */
public record DeliverableSection(String title, String detail, Span span) implements Located {

    /** Checks that nothing is null. */
    public DeliverableSection {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(span, "span");
    }

    /** Returns whether the prompt lets it be left out, as in {@code Open questions (if any)}. */
    public boolean isOptional() {
        return Condition.isOccasional(title) || Condition.isOccasional(detail.split("[,.;:]", 2)[0]);
    }
}
