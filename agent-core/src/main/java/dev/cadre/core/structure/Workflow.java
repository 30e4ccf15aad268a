package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * Steps that the agent is to take in this order.
 *
 * @param title what introduces them, such as {@code When invoked}; empty if nothing does
 * @param steps the steps in their order, at least one
 * @param span from the first step to the last
 */
public record Workflow(String title, List<WorkflowStep> steps, Span span) implements Located {

    /** Copies the steps. */
    public Workflow {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(span, "span");
        steps = List.copyOf(steps);
    }
}
