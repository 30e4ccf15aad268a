package dev.cadre.llm.testkit.cassette;

import static dev.cadre.llm.testkit.json.JsonText.object;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.Json;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes content blocks as JSON objects, and reads those that a model answers with. */
final class Blocks {

    private Blocks() {}

    static List<Object> write(List<ContentBlock> blocks) {
        List<Object> json = new ArrayList<>();
        blocks.forEach(block -> json.add(write(block)));
        return json;
    }

    private static Map<String, Object> write(ContentBlock block) {
        if (block instanceof ContentBlock.Text text) {
            return object("text", text.text());
        }
        if (block instanceof ContentBlock.Thinking thinking) {
            return object("thinking", thinking.text(), "signature", thinking.signature());
        }
        if (block instanceof ToolCall call) {
            return object("tool-call", call.name(), "id", call.id(), "input", call.input());
        }
        if (block instanceof ToolResult result) {
            return object(
                    "tool-result", result.callId(), "is-error", result.isError(), "content", write(result.content()));
        }
        if (block instanceof ContentBlock.Image image) {
            return object("image", image.mediaType(), "sha256", Hash.sha256(image.base64()));
        }
        if (block instanceof ContentBlock.Document document) {
            return object(
                    "document",
                    document.mediaType(),
                    "title",
                    document.title(),
                    "sha256",
                    Hash.sha256(document.base64()));
        }
        throw new IllegalArgumentException("no form for a " + block.getClass().getSimpleName() + " in cassettes");
    }

    static List<ContentBlock> read(Object json) {
        List<ContentBlock> blocks = new ArrayList<>();
        for (Object element : (List<?>) json) {
            blocks.add(readBlock((Map<?, ?>) element));
        }
        return blocks;
    }

    private static ContentBlock readBlock(Map<?, ?> json) {
        if (json.get("text") instanceof String text) {
            return new ContentBlock.Text(text);
        }
        if (json.get("thinking") instanceof String thinking) {
            return new ContentBlock.Thinking(thinking, String.valueOf(json.get("signature")));
        }
        if (json.get("tool-call") instanceof String name && json.get("input") instanceof Map<?, ?> input) {
            return new ToolCall(String.valueOf(json.get("id")), name, Json.object(input));
        }
        throw new IllegalArgumentException(
                "a block of an answer must have text, thinking or tool-call, found " + json.keySet());
    }
}
