package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Objects;

/**
 * One entry of a prompt's outline.
 *
 * @param text the heading without markup and without a final colon
 * @param level 1 to 6 for Markdown headings; others are one deeper than what they stand under
 * @param style how it is written
 * @param span where it stands
 */
public record OutlineEntry(String text, int level, Style style, Span span) implements Located {

    /** How an outline entry is written. */
    public enum Style {
        /** A Markdown heading. */
        HEADING,
        /** A line that is bold from end to end. */
        BOLD_LINE,
        /** A plain line that ends with a colon and leads into a list. */
        COLON_LINE,
        /** A tag on a line of its own, such as {@code <workflow>}. */
        TAG
    }

    /** Checks that nothing is null. */
    public OutlineEntry {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(span, "span");
    }
}
