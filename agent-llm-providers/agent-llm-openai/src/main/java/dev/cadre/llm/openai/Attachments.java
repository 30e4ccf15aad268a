package dev.cadre.llm.openai;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Says how texts, images and documents travel: as text where they are text, else as data addresses. */
final class Attachments {

    private Attachments() {}

    /** Returns the text of a block that is one, a document of text under its title. */
    static Optional<String> text(ContentBlock block) {
        if (block instanceof ContentBlock.Text text) {
            return Optional.of(text.text()).filter(value -> !value.isEmpty());
        }
        if (block instanceof ContentBlock.Document document && !isFile(document)) {
            byte[] bytes = Base64.getDecoder().decode(document.base64());
            String content = new String(bytes, StandardCharsets.UTF_8);
            return Optional.of(document.title().isEmpty() ? content : document.title() + "\n\n" + content);
        }
        return Optional.empty();
    }

    /**
     * Returns whether a document is sent as a file.
     *
     * @throws LlmRequestException if it is neither a file that models read nor text
     */
    static boolean isFile(ContentBlock.Document document) {
        if (document.mediaType().equals("application/pdf")) {
            return true;
        }
        if (document.mediaType().startsWith("text/")) {
            return false;
        }
        throw new LlmRequestException(
                "models of OpenAI read documents of type application/pdf and text/*, found \"" + document.mediaType()
                        + "\"; convert it to one of them",
                null);
    }

    static String fileName(ContentBlock.Document document) {
        return document.title().isEmpty() ? "document.pdf" : document.title();
    }

    static String url(ContentBlock.Document document) {
        return url(document.mediaType(), document.base64());
    }

    static String url(ContentBlock.Image image) {
        return url(image.mediaType(), image.base64());
    }

    private static String url(String mediaType, String base64) {
        return "data:" + mediaType + ";base64," + base64;
    }
}
