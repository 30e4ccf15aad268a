package dev.cadre.llm.testkit.wire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the documented shape of a request to OpenAI's Chat Completions API. */
final class OpenAiChatChecks {

    private static final List<String> ROLES = List.of("developer", "system", "user", "assistant", "tool");

    private OpenAiChatChecks() {}

    static void check(Map<String, Object> body, Shape shape) {
        shape.number(body, "temperature", 0, 2);
        shape.number(body, "max_completion_tokens", 1, Integer.MAX_VALUE);
        shape.number(body, "max_tokens", 1, Integer.MAX_VALUE);
        boolean streamed = Boolean.TRUE.equals(body.get("stream"));
        shape.require(
                "stream_options", streamed || !body.containsKey("stream_options"), "is for streamed answers only");
        for (Map<?, ?> tool : shape.objects(body, "tools")) {
            shape.oneOf("a tool's type", String.valueOf(tool.get("type")), List.of("function"));
            if (tool.get("function") instanceof Map<?, ?> function) {
                shape.toolName(shape.text(function, "name"));
                shape.objectSchema(function.get("parameters"));
            } else {
                shape.require("function", false, "must be an object");
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
        shape.oneOf("role", role, ROLES);
        if (role.equals("tool")) {
            String id = shape.text(message, "tool_call_id");
            shape.require("tool_call_id", open.remove(id), "must name a call of the message before, found " + id);
            return;
        }
        shape.require("the tool calls", open.isEmpty(), "have no result: " + open);
        List<Map<?, ?>> calls = shape.objects(message, "tool_calls");
        boolean hasContent = message.get("content") != null || message.get("refusal") != null;
        shape.require("content", hasContent || !calls.isEmpty(), "must be sent");
        for (Map<?, ?> call : calls) {
            shape.require("tool_calls", role.equals("assistant"), "must stand in an assistant message");
            String id = shape.text(call, "id");
            shape.require("the id of a tool call", open.add(id), "must be unique, found " + id + " twice");
            if (call.get("function") instanceof Map<?, ?> function) {
                shape.toolName(shape.text(function, "name"));
                shape.require("arguments", function.get("arguments") instanceof String, "must be a text");
            } else {
                shape.require("function", false, "must be an object");
            }
        }
    }
}
