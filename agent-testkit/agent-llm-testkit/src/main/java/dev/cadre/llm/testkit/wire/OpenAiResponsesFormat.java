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

/** Speaks OpenAI's Responses API. A thinking block is a reasoning item, its signature the encrypted content. */
final class OpenAiResponsesFormat implements WireFormat {

    @Override
    public Map<String, Object> body(LlmResponse response) {
        List<Object> output = new ArrayList<>();
        for (ContentBlock block : response.message().content()) {
            output.add(item(response, block, output.size()));
        }
        return response(response, status(response.stopReason()), output, usage(response.usage()));
    }

    @Override
    public List<SseEvent> events(LlmResponse response, Map<String, Object> request, int deltaSize) {
        ResponsesEvents events = new ResponsesEvents(deltaSize);
        Map<String, Object> started = response(response, "in_progress", List.of(), null);
        events.add("response.created", "response", started);
        events.add("response.in_progress", "response", started);
        int index = 0;
        for (ContentBlock block : response.message().content()) {
            events.addItem(index, block, item(response, block, index));
            index++;
        }
        String end = status(response.stopReason());
        events.add("response." + end, "response", body(response));
        return events.list();
    }

    private static Map<String, Object> item(LlmResponse response, ContentBlock block, int index) {
        if (block instanceof ContentBlock.Text text) {
            Map<String, Object> part = response.stopReason() == StopReason.REFUSAL
                    ? object("type", "refusal", "refusal", text.text())
                    : object("type", "output_text", "text", text.text(), "annotations", List.of());
            return object(
                    "type", "message",
                    "id", "msg_" + index,
                    "status", "completed",
                    "role", "assistant",
                    "content", List.of(part));
        }
        if (block instanceof ContentBlock.Thinking thinking) {
            List<Object> summary = thinking.text().isEmpty()
                    ? List.of()
                    : List.of(object("type", "summary_text", "text", thinking.text()));
            return object(
                    "type",
                    "reasoning",
                    "id",
                    "rs_" + index,
                    "summary",
                    summary,
                    "encrypted_content",
                    thinking.signature());
        }
        if (block instanceof ToolCall call) {
            return object(
                    "type",
                    "function_call",
                    "id",
                    "fc_" + index,
                    "call_id",
                    call.id(),
                    "name",
                    call.name(),
                    "arguments",
                    JsonText.write(call.input()),
                    "status",
                    "completed");
        }
        throw new IllegalArgumentException("an assistant does not send a "
                + block.getClass().getSimpleName() + "; use text, thinking and tool calls");
    }

    private static Map<String, Object> response(
            LlmResponse response, String status, List<Object> output, @Nullable Map<String, Object> usage) {
        return object(
                "id",
                "resp_01",
                "object",
                "response",
                "created_at",
                1_767_225_600,
                "status",
                status,
                "error",
                null,
                "incomplete_details",
                status.equals("incomplete") ? details(response.stopReason()) : null,
                "instructions",
                null,
                "metadata",
                Map.of(),
                "model",
                response.model(),
                "output",
                output,
                "parallel_tool_calls",
                true,
                "temperature",
                1.0,
                "tool_choice",
                "auto",
                "tools",
                List.of(),
                "top_p",
                1.0,
                "usage",
                usage);
    }

    private static Map<String, Object> details(StopReason reason) {
        return object("reason", reason == StopReason.MAX_TOKENS ? "max_output_tokens" : "a_reason_of_the_future");
    }

    private static String status(StopReason reason) {
        return switch (reason) {
            case END_TURN, TOOL_USE, STOP_SEQUENCE, REFUSAL -> "completed";
            case MAX_TOKENS, PAUSE, OTHER -> "incomplete";
        };
    }

    private static Map<String, Object> usage(TokenUsage usage) {
        return object(
                "input_tokens", usage.input() + usage.cacheRead() + usage.cacheWrite(),
                "input_tokens_details",
                        object("cached_tokens", usage.cacheRead(), "cache_write_tokens", usage.cacheWrite()),
                "output_tokens", usage.output(),
                "output_tokens_details", object("reasoning_tokens", 0),
                "total_tokens", usage.total());
    }

    @Override
    public Map<String, Object> error(int status, @Nullable String code, String message) {
        return OpenAiErrors.body(status, code, message);
    }

    @Override
    public SseEvent errorEvent(int status, @Nullable String code, String message) {
        return SseEvent.named(
                "error",
                object(
                        "type",
                        "error",
                        "code",
                        code == null ? OpenAiErrors.code(status) : code,
                        "message",
                        message,
                        "param",
                        null,
                        "sequence_number",
                        9_999));
    }

    @Override
    public SseEvent unknownEvent() {
        return SseEvent.named(
                "response.event_of_the_future",
                object("type", "response.event_of_the_future", "sequence_number", 0, "payload", List.of(1, 2)));
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
