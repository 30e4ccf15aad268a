package dev.cadre.tools;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.Json;
import java.util.List;
import java.util.Map;

/**
 * Is what an action gives back.
 *
 * @param content text and images for the model
 * @param isError whether the model should see a failure, such as a command's exit code other than 0
 * @param details facts for programs, such as {@code exitCode}; the model does not see them
 */
public record ToolOutput(List<ContentBlock> content, boolean isError, Map<String, Object> details) {

    /** Copies content and details. */
    public ToolOutput {
        content = Json.list(content);
        details = Json.object(details);
    }

    /** Makes a success of one text. */
    public static ToolOutput text(String text) {
        return new ToolOutput(List.of(new ContentBlock.Text(text)), false, Map.of());
    }

    /** Makes an error of one text. */
    public static ToolOutput error(String text) {
        return new ToolOutput(List.of(new ContentBlock.Text(text)), true, Map.of());
    }
}
