package dev.cadre.llm.testkit.wire;

import static dev.cadre.llm.testkit.json.JsonText.object;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the numbered events of one streamed response of OpenAI's Responses API. */
final class ResponsesEvents {

    private final List<SseEvent> events = new ArrayList<>();
    private final int deltaSize;

    ResponsesEvents(int deltaSize) {
        this.deltaSize = deltaSize;
    }

    List<SseEvent> list() {
        return events;
    }

    void add(String type, @Nullable Object... members) {
        Map<String, Object> json = object("type", type, "sequence_number", events.size());
        json.putAll(object(members));
        events.add(SseEvent.named(type, json));
    }

    void addItem(int index, ContentBlock block, Map<String, Object> item) {
        add("response.output_item.added", "output_index", index, "item", started(item));
        String id = String.valueOf(item.get("id"));
        if (block instanceof ContentBlock.Text text) {
            addText(index, id, text.text(), part(item));
        } else if (block instanceof ContentBlock.Thinking thinking
                && !thinking.text().isEmpty()) {
            addSummary(index, id, thinking.text());
        } else if (block instanceof ToolCall call) {
            String arguments = JsonText.write(call.input());
            for (String delta : Deltas.of(arguments, deltaSize)) {
                add("response.function_call_arguments.delta", "item_id", id, "output_index", index, "delta", delta);
            }
            add(
                    "response.function_call_arguments.done",
                    "item_id",
                    id,
                    "name",
                    call.name(),
                    "output_index",
                    index,
                    "arguments",
                    arguments);
        }
        add("response.output_item.done", "output_index", index, "item", item);
    }

    private static Map<String, Object> started(Map<String, Object> item) {
        Map<String, Object> start = new LinkedHashMap<>(item);
        start.computeIfPresent("status", (key, value) -> "in_progress");
        start.computeIfPresent("content", (key, value) -> List.of());
        start.computeIfPresent("summary", (key, value) -> List.of());
        start.computeIfPresent("arguments", (key, value) -> "");
        return start;
    }

    private static Map<?, ?> part(Map<String, Object> item) {
        return (Map<?, ?>) ((List<?>) item.getOrDefault("content", List.of())).get(0);
    }

    private void addText(int index, String id, String text, Map<?, ?> part) {
        boolean refusal = "refusal".equals(part.get("type"));
        String kind = refusal ? "response.refusal" : "response.output_text";
        String key = refusal ? "refusal" : "text";
        Map<String, Object> empty = refusal
                ? object("type", "refusal", "refusal", "")
                : object("type", "output_text", "text", "", "annotations", List.of());
        add("response.content_part.added", "item_id", id, "output_index", index, "content_index", 0, "part", empty);
        for (String delta : Deltas.of(text, deltaSize)) {
            add(
                    kind + ".delta",
                    "item_id",
                    id,
                    "output_index",
                    index,
                    "content_index",
                    0,
                    "delta",
                    delta,
                    "logprobs",
                    List.of());
        }
        add(kind + ".done", "item_id", id, "output_index", index, "content_index", 0, key, text, "logprobs", List.of());
        add("response.content_part.done", "item_id", id, "output_index", index, "content_index", 0, "part", part);
    }

    private void addSummary(int index, String id, String text) {
        add(
                "response.reasoning_summary_part.added",
                "item_id",
                id,
                "output_index",
                index,
                "summary_index",
                0,
                "part",
                object("type", "summary_text", "text", ""));
        for (String delta : Deltas.of(text, deltaSize)) {
            add(
                    "response.reasoning_summary_text.delta",
                    "item_id",
                    id,
                    "output_index",
                    index,
                    "summary_index",
                    0,
                    "delta",
                    delta);
        }
        add(
                "response.reasoning_summary_text.done",
                "item_id",
                id,
                "output_index",
                index,
                "summary_index",
                0,
                "text",
                text);
        add(
                "response.reasoning_summary_part.done",
                "item_id",
                id,
                "output_index",
                index,
                "summary_index",
                0,
                "part",
                object("type", "summary_text", "text", text));
    }
}
