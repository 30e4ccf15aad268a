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
import org.jspecify.annotations.Nullable;

/** Speaks Anthropic's Messages API. */
final class AnthropicFormat implements WireFormat {

    @Override
    public Map<String, Object> body(LlmResponse response) {
        List<Object> content = new ArrayList<>();
        response.message().content().forEach(block -> content.add(block(block)));
        return message(response, content, stopReason(response.stopReason()), usage(response.usage()));
    }

    @Override
    public List<SseEvent> events(LlmResponse response, Map<String, Object> request, int deltaSize) {
        List<SseEvent> events = new ArrayList<>();
        Map<String, Object> startUsage = usage(response.usage());
        startUsage.put("output_tokens", Math.min(1, response.usage().output()));
        events.add(event("message_start", "message", message(response, List.of(), null, startUsage)));
        int index = 0;
        for (ContentBlock block : response.message().content()) {
            addBlock(events, index, block, deltaSize);
            if (index++ == 0) {
                events.add(event("ping"));
            }
        }
        events.add(event(
                "message_delta",
                "delta",
                object("stop_reason", stopReason(response.stopReason()), "stop_sequence", null),
                "usage",
                object("output_tokens", response.usage().output())));
        events.add(event("message_stop"));
        return events;
    }

    private static void addBlock(List<SseEvent> events, int index, ContentBlock block, int deltaSize) {
        events.add(event("content_block_start", "index", index, "content_block", empty(block)));
        if (block instanceof ContentBlock.Text text) {
            Deltas.of(text.text(), deltaSize).forEach(delta -> events.add(delta(index, "text_delta", "text", delta)));
        } else if (block instanceof ContentBlock.Thinking thinking) {
            Deltas.of(thinking.text(), deltaSize)
                    .forEach(delta -> events.add(delta(index, "thinking_delta", "thinking", delta)));
            events.add(delta(index, "signature_delta", "signature", thinking.signature()));
        } else if (block instanceof ToolCall call) {
            events.add(delta(index, "input_json_delta", "partial_json", ""));
            Deltas.of(call.input().isEmpty() ? "" : JsonText.write(call.input()), deltaSize)
                    .forEach(delta -> events.add(delta(index, "input_json_delta", "partial_json", delta)));
        }
        events.add(event("content_block_stop", "index", index));
    }

    private static Map<String, Object> empty(ContentBlock block) {
        if (block instanceof ContentBlock.Text) {
            return object("type", "text", "text", "");
        }
        if (block instanceof ContentBlock.Thinking) {
            return object("type", "thinking", "thinking", "", "signature", "");
        }
        Map<String, Object> start = block(block);
        start.put("input", Map.of());
        return start;
    }

    private static Map<String, Object> block(ContentBlock block) {
        if (block instanceof ContentBlock.Text text) {
            return object("type", "text", "text", text.text());
        }
        if (block instanceof ContentBlock.Thinking thinking) {
            return object("type", "thinking", "thinking", thinking.text(), "signature", thinking.signature());
        }
        if (block instanceof ToolCall call) {
            return object("type", "tool_use", "id", call.id(), "name", call.name(), "input", call.input());
        }
        throw new IllegalArgumentException("an assistant does not send a "
                + block.getClass().getSimpleName() + "; use text, thinking and tool calls");
    }

    private static Map<String, Object> message(
            LlmResponse response, List<Object> content, @Nullable String stopReason, Map<String, Object> usage) {
        return object(
                "id",
                "msg_01",
                "type",
                "message",
                "role",
                "assistant",
                "model",
                response.model(),
                "content",
                content,
                "stop_reason",
                stopReason,
                "stop_sequence",
                null,
                "usage",
                usage);
    }

    private static String stopReason(StopReason reason) {
        return switch (reason) {
            case END_TURN -> "end_turn";
            case TOOL_USE -> "tool_use";
            case MAX_TOKENS -> "max_tokens";
            case STOP_SEQUENCE -> "stop_sequence";
            case REFUSAL -> "refusal";
            case PAUSE -> "pause_turn";
            case OTHER -> "a_reason_of_the_future";
        };
    }

    private static Map<String, Object> usage(TokenUsage usage) {
        return object(
                "input_tokens", usage.input(),
                "cache_creation_input_tokens", usage.cacheWrite(),
                "cache_read_input_tokens", usage.cacheRead(),
                "output_tokens", usage.output());
    }

    @Override
    public Map<String, Object> error(int status, @Nullable String code, String message) {
        return object(
                "type",
                "error",
                "error",
                object("type", code == null ? type(status) : code, "message", message),
                "request_id",
                WireReply.REQUEST_ID);
    }

    @Override
    public SseEvent errorEvent(int status, @Nullable String code, String message) {
        return SseEvent.named("error", error(status, code, message));
    }

    private static String type(int status) {
        return switch (status) {
            case 400, 422 -> "invalid_request_error";
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 504 -> "timeout_error";
            case 529 -> "overloaded_error";
            default -> "api_error";
        };
    }

    @Override
    public SseEvent unknownEvent() {
        return event("event_of_the_future", "payload", object("nested", List.of(1, 2)));
    }

    @Override
    public Map.Entry<String, String> contextTooLong() {
        return Map.entry("invalid_request_error", "prompt is too long: 212034 tokens > 200000 maximum");
    }

    @Override
    public String requestIdHeader() {
        return "request-id";
    }

    private static SseEvent delta(int index, String type, String key, String value) {
        return event("content_block_delta", "index", index, "delta", object("type", type, key, value));
    }

    private static SseEvent event(String type, @Nullable Object... members) {
        Map<String, Object> json = object("type", type);
        json.putAll(object(members));
        return SseEvent.named(type, json);
    }
}
