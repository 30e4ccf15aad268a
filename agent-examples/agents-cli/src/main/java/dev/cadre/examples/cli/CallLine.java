package dev.cadre.examples.cli;

import dev.cadre.llm.ToolCall;
import java.util.Map;

/**
 * Is one line of the input of {@code decide} and {@code call}.
 *
 * @param id what the answer bears
 * @param policy what holds for the call
 * @param call the call
 */
record CallLine(String id, PolicyJson policy, ToolCall call) {

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no such object; the message says why
     */
    static CallLine of(Map<String, Object> line) {
        if (!(line.get("tool") instanceof String tool) || tool.isBlank()) {
            throw new IllegalArgumentException("\"tool\" must name a tool");
        }
        if (!(line.get("input") instanceof Map<?, ?> input)) {
            throw new IllegalArgumentException("\"input\" must be an object");
        }
        String id = String.valueOf(line.getOrDefault("id", ""));
        return new CallLine(
                id,
                PolicyJson.of(line.getOrDefault("policy", Map.of())),
                new ToolCall(id.isEmpty() ? "call" : id, tool, JsonLines.object(input)));
    }
}
