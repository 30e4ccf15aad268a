package dev.cadre.core.run;

import dev.cadre.llm.Json;
import dev.cadre.llm.Message;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import java.util.List;
import java.util.Objects;

/**
 * Tells how a run ended.
 *
 * @param outcome why it ended
 * @param text the model's last words; empty if it said nothing
 * @param turns how often the model answered
 * @param usage the tokens of all its answers
 * @param denials the calls that a rule, a mode or a person refused, in order
 * @param deliverables how the definition's promises were kept; empty for a run that did not complete
 * @param transcript all messages, the prompt first
 */
public record AgentResult(
        Outcome outcome,
        String text,
        int turns,
        TokenUsage usage,
        List<Denial> denials,
        List<DeliverableCheck> deliverables,
        List<Message> transcript) {

    /** Says why a run ended. */
    public enum Outcome {
        /** The model finished. */
        COMPLETED,
        /** The limit of turns was reached before the model finished. */
        MAX_TURNS,
        /** The limit of tokens, of one answer or of the run, was reached. */
        MAX_TOKENS,
        /** The time was over. */
        MAX_TIME,
        /** The model or its provider refused. */
        REFUSED,
        /** The run was told to stop. */
        CANCELLED
    }

    /**
     * Is one refused call.
     *
     * @param call the call
     * @param reason why
     */
    public record Denial(ToolCall call, String reason) {}

    /** Copies the lists. */
    public AgentResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(usage, "usage");
        denials = Json.list(denials);
        deliverables = Json.list(deliverables);
        transcript = Json.list(transcript);
    }

    /** Returns whether the model finished what it was asked. */
    public boolean isCompleted() {
        return outcome == Outcome.COMPLETED;
    }
}
