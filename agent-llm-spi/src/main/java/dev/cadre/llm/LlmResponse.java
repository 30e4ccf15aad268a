package dev.cadre.llm;

import java.util.Objects;

/**
 * Holds one answer of a model.
 *
 * @param message what the model said
 * @param stopReason why it stopped
 * @param usage the tokens of this call
 * @param model the model that answered, as the provider names it
 * @param requestId the id under which the provider's support finds the call; empty where it gives none
 * @param stopDetail why it stopped, in the provider's words, such as the explanation of a refusal; usually empty
 */
public record LlmResponse(
        Message.Assistant message,
        StopReason stopReason,
        TokenUsage usage,
        String model,
        String requestId,
        String stopDetail) {

    /** Refuses nulls. */
    public LlmResponse {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(stopReason, "stopReason");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(stopDetail, "stopDetail");
    }

    /** Makes a response without a request id and without details. */
    public LlmResponse(Message.Assistant message, StopReason stopReason, TokenUsage usage, String model) {
        this(message, stopReason, usage, model, "", "");
    }
}
