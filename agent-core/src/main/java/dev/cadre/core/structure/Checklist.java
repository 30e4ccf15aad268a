package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * Things to verify: a Markdown task list, or a list under a heading that calls it a checklist.
 *
 * @param title what introduces it; empty if nothing does
 * @param items its items in order, at least one
 * @param span from the first item to the last
 */
public record Checklist(String title, List<ChecklistItem> items, Span span) implements Located {

    /** Copies the items. */
    public Checklist {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(span, "span");
        items = List.copyOf(items);
    }
}
