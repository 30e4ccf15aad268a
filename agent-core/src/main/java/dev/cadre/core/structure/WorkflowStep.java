package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * One step of a workflow.
 *
 * @param text what to do, without its number
 * @param details what stands below the step as a list, in order
 * @param span where the step itself stands, its details not included
 */
public record WorkflowStep(String text, List<Statement> details, Span span) implements Located {

    /** Copies the details. */
    public WorkflowStep {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(span, "span");
        details = List.copyOf(details);
    }
}
