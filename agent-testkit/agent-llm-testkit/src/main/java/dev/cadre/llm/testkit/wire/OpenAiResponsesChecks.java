package dev.cadre.llm.testkit.wire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the documented shape of a request to OpenAI's Responses API. */
final class OpenAiResponsesChecks {

    private static final List<String> ITEMS =
            List.of("message", "function_call", "function_call_output", "reasoning", "item_reference");
    private static final List<String> ROLES = List.of("developer", "system", "user", "assistant");

    private OpenAiResponsesChecks() {}

    static void check(Map<String, Object> body, Shape shape) {
        shape.number(body, "temperature", 0, 2);
        shape.number(body, "max_output_tokens", 16, Integer.MAX_VALUE);
        for (Map<?, ?> tool : shape.objects(body, "tools")) {
            if ("function".equals(tool.get("type"))) {
                shape.toolName(shape.text(tool, "name"));
                shape.objectSchema(tool.get("parameters"));
            }
        }
        Object input = body.get("input");
        if (input instanceof String text) {
            shape.require("input", !text.isEmpty(), "must not be empty");
            return;
        }
        List<Map<?, ?>> items = shape.objects(body, "input");
        shape.require("input", !items.isEmpty(), "must not be empty");
        Set<String> open = new LinkedHashSet<>();
        for (Map<?, ?> item : items) {
            checkItem(item, open, shape);
        }
        shape.require("the tool calls", open.isEmpty(), "have no output: " + open);
    }

    private static void checkItem(Map<?, ?> item, Set<String> open, Shape shape) {
        String type = item.get("type") instanceof String text ? text : "message";
        shape.oneOf("an item's type", type, ITEMS);
        if (type.equals("message")) {
            shape.oneOf("role", String.valueOf(item.get("role")), ROLES);
            shape.require("content", item.get("content") != null, "must be sent");
        } else if (type.equals("function_call")) {
            shape.toolName(shape.text(item, "name"));
            shape.require("arguments", item.get("arguments") instanceof String, "must be a text");
            String id = shape.text(item, "call_id");
            shape.require("call_id", open.add(id), "must be unique, found " + id + " twice");
        } else if (type.equals("function_call_output")) {
            String id = shape.text(item, "call_id");
            shape.require("call_id", open.remove(id), "must name an earlier call, found " + id);
            shape.require("output", item.get("output") != null, "must be sent");
        } else if (type.equals("reasoning")) {
            shape.text(item, "id");
            shape.require("summary", item.get("summary") instanceof List, "must be a list");
        }
    }
}
