package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * An example of a description: when to use an agent, shown as a short dialogue.
 *
 * @param context the situation; empty if the example does not tell
 * @param turns what is said, in order
 * @param commentary why the agent is used; empty if the example does not tell
 * @param span where the example stands, its tags included
 */
public record ExampleDialogue(String context, List<Turn> turns, String commentary, Span span) implements Located {

    /**
     * What one side says.
     *
     * @param speaker who speaks, in lower case, such as {@code user} or {@code assistant}
     * @param text what is said, without the quotation marks around it
     */
    public record Turn(String speaker, String text) {

        /** Checks that nothing is null. */
        public Turn {
            Objects.requireNonNull(speaker, "speaker");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Copies the turns. */
    public ExampleDialogue {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(commentary, "commentary");
        Objects.requireNonNull(span, "span");
        turns = List.copyOf(turns);
    }
}
