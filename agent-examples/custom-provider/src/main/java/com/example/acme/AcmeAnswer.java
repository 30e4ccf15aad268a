package com.example.acme;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.Json;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collects one answer from its pieces. Used by one thread. */
final class AcmeAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final class Call {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }

    private final String requestId;
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Call> calls = new TreeMap<>();
    private String model;
    private String finishReason = "";
    private boolean refused;
    private TokenUsage usage = TokenUsage.NONE;

    AcmeAnswer(String model, String requestId) {
        this.model = model;
        this.requestId = requestId;
    }

    void add(String data, LlmListener listener) {
        JsonNode chunk;
        try {
            chunk = JSON.readTree(data);
        } catch (JacksonException e) {
            throw new LlmRetryableException("Acme sent an event that is no JSON", null, requestId, null);
        }
        if (chunk.has("error")) {
            throw new LlmRetryableException("Acme broke its answer off with an error", null, requestId, null);
        }
        model = chunk.path("model").asString("").isEmpty() ? model : chunk.path("model").asString("");
        if (chunk.path("usage").isObject()) {
            usage = usage(chunk.path("usage"));
        }
        for (JsonNode choice : chunk.path("choices")) {
            addDelta(choice.path("delta"), listener);
            finishReason = choice.path("finish_reason").asString(finishReason);
        }
    }

    private void addDelta(JsonNode delta, LlmListener listener) {
        String thought = delta.path("reasoning_content").asString("");
        if (!thought.isEmpty()) {
            thinking.append(thought);
            listener.onThinking(thought);
        }
        String refusal = delta.path("refusal").asString("");
        refused |= !refusal.isEmpty();
        String words = delta.path("content").asString("") + refusal;
        if (!words.isEmpty()) {
            text.append(words);
            listener.onText(words);
        }
        for (JsonNode piece : delta.path("tool_calls")) {
            Call call = calls.computeIfAbsent(piece.path("index").asInt(0), index -> new Call());
            call.id += piece.path("id").asString("");
            call.name += piece.path("function").path("name").asString("");
            call.arguments.append(piece.path("function").path("arguments").asString(""));
        }
    }

    private static TokenUsage usage(JsonNode usage) {
        JsonNode details = usage.path("prompt_tokens_details");
        long cached = details.path("cached_tokens").asLong(0);
        long written = details.path("cache_write_tokens").asLong(0);
        long prompt = usage.path("prompt_tokens").asLong(0);
        return new TokenUsage(
                Math.max(0, prompt - cached - written),
                usage.path("completion_tokens").asLong(0),
                cached,
                written);
    }

    /** Returns the response; an answer that does not say why it ended has broken off. */
    LlmResponse complete() {
        if (finishReason.isEmpty()) {
            throw new LlmRetryableException("Acme's answer broke off", null, requestId, null);
        }
        List<ContentBlock> content = new ArrayList<>();
        if (!thinking.isEmpty()) {
            content.add(new ContentBlock.Thinking(thinking.toString(), ""));
        }
        if (!text.isEmpty()) {
            content.add(new ContentBlock.Text(text.toString()));
        }
        calls.values().forEach(call -> content.add(new ToolCall(call.id, call.name, input(call))));
        return new LlmResponse(new Message.Assistant(content), stopReason(), usage, model, requestId, "");
    }

    /** Reads what the model wrote; what is no object goes to the tool, which refuses it, so that the model learns. */
    private static Map<String, Object> input(Call call) {
        String json = call.arguments.toString();
        try {
            return json.isBlank() ? Map.of() : Json.object(JSON.readValue(json, Map.class));
        } catch (JacksonException e) {
            return Map.of("INVALID_JSON", json);
        }
    }

    private StopReason stopReason() {
        if (!calls.isEmpty()) {
            return StopReason.TOOL_USE;
        }
        if (refused) {
            return StopReason.REFUSAL;
        }
        return switch (finishReason) {
            case "stop" -> StopReason.END_TURN;
            case "length" -> StopReason.MAX_TOKENS;
            case "content_filter" -> StopReason.REFUSAL;
            default -> StopReason.OTHER;
        };
    }
}
