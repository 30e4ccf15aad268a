package dev.cadre.core.diagnostic;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Objects;

/**
 * Says how to repair what a diagnostic reports.
 *
 * <p>Some fixes are advice only: their list of edits is empty. A fix with edits can be applied by a machine and never
 * gives a definition more rights than its author wrote.
 *
 * @param title what to do, one line for people
 * @param edits the changes of the source text, in the order of the text, not overlapping
 */
public record Fix(String title, List<TextEdit> edits) {

    /** Copies the edits. */
    public Fix {
        Objects.requireNonNull(title, "title");
        edits = Json.list(edits);
    }

    /** Makes a fix that only people can apply. */
    public static Fix advice(String title) {
        return new Fix(title, List.of());
    }

    /** Makes a fix of one edit. */
    public static Fix replace(String title, Span span, String replacement) {
        return new Fix(title, List.of(new TextEdit(span.offset(), span.length(), replacement)));
    }

    /** Returns whether a machine can apply it. */
    public boolean isApplicable() {
        return !edits.isEmpty();
    }
}
