package dev.cadre.llm.anthropic;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.ToolCall;
import java.util.Map;
import java.util.Optional;

/** Is one block of an answer while it arrives. */
final class PartialBlock {

    private final StringBuilder received = new StringBuilder();
    private final StringBuilder signature = new StringBuilder();
    private Kind kind = Kind.UNKNOWN;
    private String callId = "";
    private String toolName = "";
    private Map<String, Object> givenInput = Map.of();

    /** What a block is. */
    enum Kind {
        TEXT,
        THINKING,
        TOOL_CALL,
        UNKNOWN
    }

    void kind(Kind found) {
        kind = found;
    }

    void call(String id, String name, Map<String, Object> input) {
        kind = Kind.TOOL_CALL;
        callId = id;
        toolName = name;
        givenInput = input;
    }

    void append(String delta) {
        received.append(delta);
    }

    void sign(String delta) {
        signature.append(delta);
    }

    /**
     * Returns the whole block, if it says anything.
     *
     * @param cut whether the answer was cut off: a call whose input broke off is none
     */
    Optional<ContentBlock> complete(boolean cut) {
        return switch (kind) {
            case TEXT ->
                received.isEmpty() ? Optional.empty() : Optional.of(new ContentBlock.Text(received.toString()));
            case THINKING -> Optional.of(new ContentBlock.Thinking(received.toString(), signature.toString()));
            case TOOL_CALL -> input(cut).map(input -> new ToolCall(callId, toolName, input));
            case UNKNOWN -> Optional.empty();
        };
    }

    private Optional<Map<String, Object>> input(boolean cut) {
        if (received.isEmpty()) {
            return Optional.of(givenInput);
        }
        Optional<Map<String, Object>> input = ToolInput.parse(received.toString());
        return input.isPresent() || cut ? input : Optional.of(ToolInput.unreadable(received.toString()));
    }
}
