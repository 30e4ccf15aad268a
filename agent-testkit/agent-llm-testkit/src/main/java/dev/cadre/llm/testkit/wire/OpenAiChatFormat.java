package dev.cadre.llm.testkit.wire;

import static dev.cadre.llm.testkit.json.JsonText.object;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks OpenAI's Chat Completions API. Thinking is written as {@code reasoning_content}, as compatible servers do;
 * the API has no place for its signature.
 */
final class OpenAiChatFormat implements WireFormat {

    private static final int CREATED = 1_767_225_600;

    @Override
    public Map<String, Object> body(LlmResponse response) {
        boolean refused = response.stopReason() == StopReason.REFUSAL;
        String text = response.message().text();
        Map<String, Object> message = object(
                "role", "assistant",
                "content", refused || text.isEmpty() ? null : text,
                "refusal", refused ? text : null);
        String thinking = thinking(response);
        if (!thinking.isEmpty()) {
            message.put("reasoning_content", thinking);
        }
        List<ToolCall> calls = response.message().toolCalls();
        if (!calls.isEmpty()) {
            message.put(
                    "tool_calls",
                    calls.stream()
                            .map(call -> object(
                                    "id",
                                    call.id(),
                                    "type",
                                    "function",
                                    "function",
                                    object("name", call.name(), "arguments", JsonText.write(call.input()))))
                            .toList());
        }
        Map<String, Object> choice = object(
                "index", 0, "message", message, "logprobs", null, "finish_reason", reason(response.stopReason()));
        return object(
                "id",
                "chatcmpl-01",
                "object",
                "chat.completion",
                "created",
                CREATED,
                "model",
                response.model(),
                "choices",
                List.of(choice),
                "usage",
                usage(response.usage()));
    }

    @Override
    public List<SseEvent> events(LlmResponse response, Map<String, Object> request, int deltaSize) {
        List<SseEvent> events = new ArrayList<>();
        String textKey = response.stopReason() == StopReason.REFUSAL ? "refusal" : "content";
        events.add(chunk(response, object("role", "assistant", "content", "", "refusal", null), null));
        Deltas.of(thinking(response), deltaSize)
                .forEach(delta -> events.add(chunk(response, object("reasoning_content", delta), null)));
        Deltas.of(response.message().text(), deltaSize)
                .forEach(delta -> events.add(chunk(response, object(textKey, delta), null)));
        int index = 0;
        for (ToolCall call : response.message().toolCalls()) {
            addCall(events, response, index++, call, deltaSize);
        }
        events.add(chunk(response, object(), reason(response.stopReason())));
        if (request.get("stream_options") instanceof Map<?, ?> options
                && Boolean.TRUE.equals(options.get("include_usage"))) {
            Map<String, Object> last = envelope(response);
            last.put("choices", List.of());
            last.put("usage", usage(response.usage()));
            events.add(SseEvent.unnamed(last));
        }
        events.add(SseEvent.text("[DONE]"));
        return events;
    }

    private static void addCall(List<SseEvent> events, LlmResponse response, int index, ToolCall call, int deltaSize) {
        events.add(callChunk(
                response,
                object(
                        "index",
                        index,
                        "id",
                        call.id(),
                        "type",
                        "function",
                        "function",
                        object("name", call.name(), "arguments", ""))));
        Deltas.of(JsonText.write(call.input()), deltaSize)
                .forEach(delta -> events.add(
                        callChunk(response, object("index", index, "function", object("arguments", delta)))));
    }

    private static SseEvent callChunk(LlmResponse response, Map<String, Object> call) {
        return chunk(response, object("tool_calls", List.of(call)), null);
    }

    private static SseEvent chunk(LlmResponse response, Map<String, Object> delta, @Nullable String finishReason) {
        Map<String, Object> chunk = envelope(response);
        chunk.put(
                "choices",
                List.of(object("index", 0, "delta", delta, "logprobs", null, "finish_reason", finishReason)));
        return SseEvent.unnamed(chunk);
    }

    private static Map<String, Object> envelope(LlmResponse response) {
        return object(
                "id", "chatcmpl-01", "object", "chat.completion.chunk", "created", CREATED, "model", response.model());
    }

    private static String thinking(LlmResponse response) {
        return response.message().content().stream()
                .filter(ContentBlock.Thinking.class::isInstance)
                .map(block -> ((ContentBlock.Thinking) block).text())
                .collect(Collectors.joining("\n"));
    }

    private static String reason(StopReason reason) {
        return switch (reason) {
            case END_TURN, STOP_SEQUENCE, REFUSAL -> "stop";
            case TOOL_USE -> "tool_calls";
            case MAX_TOKENS -> "length";
            case PAUSE, OTHER -> "a_reason_of_the_future";
        };
    }

    private static Map<String, Object> usage(TokenUsage usage) {
        return object(
                "prompt_tokens", usage.input() + usage.cacheRead() + usage.cacheWrite(),
                "completion_tokens", usage.output(),
                "total_tokens", usage.total(),
                "prompt_tokens_details",
                        object("cached_tokens", usage.cacheRead(), "cache_write_tokens", usage.cacheWrite()),
                "completion_tokens_details", object("reasoning_tokens", 0));
    }

    @Override
    public Map<String, Object> error(int status, @Nullable String code, String message) {
        return OpenAiErrors.body(status, code, message);
    }

    @Override
    public SseEvent errorEvent(int status, @Nullable String code, String message) {
        return SseEvent.unnamed(error(status, code, message));
    }

    @Override
    public SseEvent unknownEvent() {
        return SseEvent.unnamed(object(
                "id", "chatcmpl-01",
                "object", "chat.completion.future",
                "created", CREATED,
                "model", "",
                "choices", List.of()));
    }

    @Override
    public Map.Entry<String, String> contextTooLong() {
        return OpenAiErrors.CONTEXT_TOO_LONG;
    }

    @Override
    public String requestIdHeader() {
        return "x-request-id";
    }
}
