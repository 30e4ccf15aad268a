package dev.cadre.llm.testkit.wire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the documented shape of a request to Anthropic's Messages API. */
final class AnthropicChecks {

    private static final List<String> BLOCKS = List.of(
            "text", "image", "document", "tool_use", "tool_result", "thinking", "redacted_thinking", "search_result");

    private AnthropicChecks() {}

    static void check(WireRequest request, Map<String, Object> body, Shape shape) {
        boolean key = request.header("x-api-key").isPresent()
                || request.header("authorization").isPresent();
        shape.require("the key", key, "must stand in x-api-key or authorization");
        shape.require("anthropic-version", request.header("anthropic-version").isPresent(), "must be sent");
        shape.require("max_tokens", body.containsKey("max_tokens"), "must be sent");
        shape.number(body, "max_tokens", 1, Integer.MAX_VALUE);
        shape.number(body, "temperature", 0, 1);
        for (Map<?, ?> tool : shape.objects(body, "tools")) {
            shape.toolName(shape.text(tool, "name"));
            if (!tool.containsKey("type") || "custom".equals(tool.get("type"))) {
                shape.objectSchema(tool.get("input_schema"));
            }
        }
        List<Map<?, ?>> messages = shape.objects(body, "messages");
        shape.require("messages", !messages.isEmpty(), "must not be empty");
        Set<String> open = new LinkedHashSet<>();
        for (Map<?, ?> message : messages) {
            checkMessage(message, open, shape);
        }
        shape.require("the last tool calls", open.isEmpty(), "have no result: " + open);
    }

    private static void checkMessage(Map<?, ?> message, Set<String> open, Shape shape) {
        String role = String.valueOf(message.get("role"));
        shape.oneOf("role", role, List.of("user", "assistant"));
        if (message.get("content") instanceof String text) {
            shape.require("content", !text.isEmpty(), "must not be empty");
            shape.require("the tool calls", open.isEmpty(), "have no result in the next message: " + open);
            return;
        }
        List<Map<?, ?>> blocks = shape.objects(message, "content");
        shape.require("content", !blocks.isEmpty(), "must not be empty");
        for (Map<?, ?> block : blocks) {
            checkBlock(block, role, open, shape);
        }
        if (role.equals("user")) {
            shape.require("the tool calls", open.isEmpty(), "have no result in the next message: " + open);
        }
    }

    private static void checkBlock(Map<?, ?> block, String role, Set<String> open, Shape shape) {
        Object type = block.get("type");
        shape.oneOf("a block's type", String.valueOf(type), BLOCKS);
        if ("text".equals(type)) {
            shape.text(block, "text");
        } else if ("thinking".equals(type)) {
            shape.require("thinking", role.equals("assistant"), "must stand in an assistant message");
            shape.text(block, "signature");
        } else if ("tool_use".equals(type)) {
            shape.toolName(shape.text(block, "name"));
            shape.require("input", block.get("input") instanceof Map, "must be an object");
            String id = shape.text(block, "id");
            shape.require("the id of a tool call", open.add(id), "must be unique, found " + id + " twice");
        } else if ("tool_result".equals(type)) {
            String id = shape.text(block, "tool_use_id");
            shape.require("tool_use_id", open.remove(id), "must name a call of the message before, found " + id);
        } else if ("image".equals(type)) {
            shape.require("source", block.get("source") instanceof Map, "must be an object");
        }
    }
}
