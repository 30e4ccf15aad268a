package dev.cadre.llm;

/**
 * Is one part of a message: text, thinking, an image, a document, a tool call or a tool result.
 *
 * <p>New kinds will be added; code that branches over blocks should pass over those it does not know.
 */
public sealed interface ContentBlock
        permits ContentBlock.Text,
                ContentBlock.Thinking,
                ContentBlock.Image,
                ContentBlock.Document,
                ToolCall,
                ToolResult {

    /**
     * Text that the user or the model wrote.
     *
     * @param text the text, possibly empty
     */
    record Text(String text) implements ContentBlock {}

    /**
     * Reasoning of the model, to be sent back unchanged in later turns.
     *
     * <p>A signature has a meaning for the provider that gave it only. One that starts with the provider's id and a
     * colon, such as {@code openai:}, says so; providers leave out what another one gave.
     *
     * @param text what the provider shows of it, possibly empty
     * @param signature the provider's opaque proof; empty where it gives none
     */
    record Thinking(String text, String signature) implements ContentBlock {}

    /**
     * An image, inline.
     *
     * @param mediaType for example {@code image/png}
     * @param base64 the bytes in base64, without line breaks
     */
    record Image(String mediaType, String base64) implements ContentBlock {}

    /**
     * A document, inline.
     *
     * @param mediaType for example {@code application/pdf}
     * @param base64 the bytes in base64, without line breaks
     * @param title its name for the model, usually a file name; possibly empty
     */
    record Document(String mediaType, String base64, String title) implements ContentBlock {}
}
