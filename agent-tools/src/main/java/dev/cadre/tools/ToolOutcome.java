package dev.cadre.tools;

import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import java.util.Objects;

/**
 * Tells what became of one tool call.
 *
 * @param call the call
 * @param status whether it ran, and why not
 * @param output what the model gets
 */
public record ToolOutcome(ToolCall call, Status status, ToolOutput output) {

    /** Says whether a call ran, and why not. */
    public enum Status {
        /** It ran; {@link ToolOutput#isError} says how it went. */
        EXECUTED,
        /** The tool is unknown or unavailable, or refused the input. */
        INVALID,
        /** A rule, a mode, an invariant or a person said no. */
        DENIED,
        /** It ran and failed. */
        FAILED
    }

    /** Refuses nulls. */
    public ToolOutcome {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(output, "output");
    }

    /** Returns the result for the model. */
    public ToolResult result() {
        return new ToolResult(call.id(), output.content(), output.isError());
    }
}
