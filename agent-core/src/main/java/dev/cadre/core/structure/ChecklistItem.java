package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Objects;

/**
 * One thing to verify.
 *
 * @param text what must hold
 * @param isChecked whether its box is ticked; an item without a box is not
 * @param span where it stands
 */
public record ChecklistItem(String text, boolean isChecked, Span span) implements Located {

    /** Checks that nothing is null. */
    public ChecklistItem {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(span, "span");
    }
}
