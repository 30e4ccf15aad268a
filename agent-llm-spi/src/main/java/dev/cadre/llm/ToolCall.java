package dev.cadre.llm;

import java.util.Map;
import java.util.Objects;

/**
 * Asks for one execution of a tool: what the model wants, not yet checked.
 *
 * @param id the provider's id of this call, unique within a run
 * @param name the tool's name as the model wrote it
 * @param input the tool's input, ordered and unmodifiable
 */
public record ToolCall(String id, String name, Map<String, Object> input) implements ContentBlock {

    /** Copies the input. */
    public ToolCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        input = Json.object(input);
    }
}
