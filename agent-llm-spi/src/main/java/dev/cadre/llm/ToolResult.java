package dev.cadre.llm;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Answers one tool call. Refusals and failures are results with {@code isError}, so that the model can react.
 *
 * @param callId the id of the {@link ToolCall} that this answers
 * @param content text, images and documents for the model
 * @param isError whether the call was refused or failed
 */
public record ToolResult(String callId, List<ContentBlock> content, boolean isError) implements ContentBlock {

    /** Copies the content. */
    public ToolResult {
        Objects.requireNonNull(callId, "callId");
        content = Json.list(content);
    }

    /** Makes a successful result of one text. */
    public static ToolResult of(String callId, String text) {
        return new ToolResult(callId, List.of(new Text(text)), false);
    }

    /** Makes an error result of one text. */
    public static ToolResult error(String callId, String text) {
        return new ToolResult(callId, List.of(new Text(text)), true);
    }

    /** Returns the text parts, joined by line feeds. */
    public String text() {
        return content.stream()
                .filter(Text.class::isInstance)
                .map(block -> ((Text) block).text())
                .collect(Collectors.joining("\n"));
    }
}
