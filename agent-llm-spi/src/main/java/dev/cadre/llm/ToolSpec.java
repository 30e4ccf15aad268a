package dev.cadre.llm;

import java.util.Map;
import java.util.Objects;

/**
 * Describes a tool as the model sees it.
 *
 * @param name the name by which the model calls it
 * @param description what it does and when to use it
 * @param inputSchema a JSON Schema object for its input
 */
public record ToolSpec(String name, String description, Map<String, Object> inputSchema) {

    /** Copies the schema. */
    public ToolSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a tool needs a name");
        }
        Objects.requireNonNull(description, "description");
        inputSchema = Json.object(inputSchema);
    }
}
