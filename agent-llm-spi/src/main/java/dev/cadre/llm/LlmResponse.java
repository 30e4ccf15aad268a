package dev.cadre.llm;

import java.util.Objects;

/**
 * Holds one answer of a model.
 *
 * @param message what the model said
 * @param stopReason why it stopped
 * @param usage the tokens of this call
 * @param model the model that answered, as the provider names it
 */
public record LlmResponse(Message.Assistant message, StopReason stopReason, TokenUsage usage, String model) {

    /** Refuses nulls. */
    public LlmResponse {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(stopReason, "stopReason");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(model, "model");
    }
}
