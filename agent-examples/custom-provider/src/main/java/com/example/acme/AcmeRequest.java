package com.example.acme;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.Message;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a request. Order is kept everywhere, so that equal requests are equal bytes. */
final class AcmeRequest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AcmeRequest() {}

    static String json(LlmRequest request) {
        Map<String, Object> body = object("model", request.model(), "stream", true);
        body.put("stream_options", object("include_usage", true));
        List<Object> messages = new ArrayList<>();
        if (!request.system().isEmpty()) {
            messages.add(object("role", "system", "content", request.system()));
        }
        request.messages().forEach(message -> add(messages, message));
        body.put("messages", messages);
        if (!request.tools().isEmpty()) {
            body.put("tools", request.tools().stream().map(AcmeRequest::tool).toList());
        }
        request.options().maxTokens().ifPresent(tokens -> body.put("max_tokens", tokens));
        request.options().temperature().ifPresent(temperature -> body.put("temperature", temperature));
        return JSON.writeValueAsString(body);
    }

    private static void add(List<Object> messages, Message message) {
        List<Object> parts = new ArrayList<>();
        List<Object> calls = new ArrayList<>();
        for (ContentBlock block : message.content()) {
            if (block instanceof ContentBlock.Text text && !text.text().isEmpty()) {
                parts.add(object("type", "text", "text", text.text()));
            } else if (block instanceof ContentBlock.Image image) {
                String url = "data:" + image.mediaType() + ";base64," + image.base64();
                parts.add(object("type", "image_url", "image_url", object("url", url)));
            } else if (block instanceof ToolCall call) {
                Map<String, Object> function =
                        object("name", call.name(), "arguments", JSON.writeValueAsString(call.input()));
                calls.add(object("id", call.id(), "type", "function", "function", function));
            } else if (block instanceof ToolResult result) {
                messages.add(object("role", "tool", "tool_call_id", result.callId(), "content", result.text()));
            }
        }
        if (!parts.isEmpty() || !calls.isEmpty()) {
            Map<String, Object> written = object("role", message instanceof Message.Assistant ? "assistant" : "user");
            if (!parts.isEmpty()) {
                written.put("content", parts);
            }
            if (!calls.isEmpty()) {
                written.put("tool_calls", calls);
            }
            messages.add(written);
        }
    }

    private static Map<String, Object> tool(ToolSpec tool) {
        return object(
                "type",
                "function",
                "function",
                object("name", tool.name(), "description", tool.description(), "parameters", tool.inputSchema()));
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
