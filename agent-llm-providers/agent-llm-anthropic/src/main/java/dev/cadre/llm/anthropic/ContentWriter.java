package dev.cadre.llm.anthropic;

import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.DocumentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingBlockParam;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlockParam;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the blocks of one message. Leaves out what the service refuses and what means nothing to it: empty texts,
 * and reasoning that is unsigned or of another provider.
 */
final class ContentWriter {

    /** Starts the signature of thinking that the service sent encrypted. */
    static final String REDACTED = "anthropic:redacted:";

    private static final Pattern FOREIGN = Pattern.compile("[a-z0-9-]+:.*", Pattern.DOTALL);

    private final Optional<CacheControlEphemeral> mark;

    /** Makes a writer that puts the mark, if there is one, on the last block of a user message. */
    ContentWriter(Optional<CacheControlEphemeral> mark) {
        this.mark = mark;
    }

    /** Writes tool results first, as the service demands. */
    List<ContentBlockParam> userBlocks(List<ContentBlock> content) {
        List<ContentBlock> ordered = new ArrayList<>();
        content.stream().filter(ToolResult.class::isInstance).forEach(ordered::add);
        content.stream()
                .filter(block -> isWritable(block) && !(block instanceof ToolResult))
                .forEach(ordered::add);
        List<ContentBlockParam> blocks = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            blocks.add(userBlock(ordered.get(i), i == ordered.size() - 1 ? mark : Optional.empty()));
        }
        return blocks;
    }

    private static boolean isWritable(ContentBlock block) {
        return (block instanceof ContentBlock.Text text && !text.text().isEmpty())
                || block instanceof ContentBlock.Image
                || block instanceof ContentBlock.Document
                || block instanceof ToolResult;
    }

    private static ContentBlockParam userBlock(ContentBlock block, Optional<CacheControlEphemeral> mark) {
        if (block instanceof ToolResult result) {
            return ContentBlockParam.ofToolResult(toolResult(result, mark));
        }
        if (block instanceof ContentBlock.Image image) {
            ImageBlockParam.Builder builder = ImageBlockParam.builder().source(source(image));
            mark.ifPresent(builder::cacheControl);
            return ContentBlockParam.ofImage(builder.build());
        }
        if (block instanceof ContentBlock.Document document) {
            DocumentBlockParam.Builder builder = document(document);
            mark.ifPresent(builder::cacheControl);
            return ContentBlockParam.ofDocument(builder.build());
        }
        if (block instanceof ContentBlock.Text text) {
            TextBlockParam.Builder builder = TextBlockParam.builder().text(text.text());
            mark.ifPresent(builder::cacheControl);
            return ContentBlockParam.ofText(builder.build());
        }
        throw new IllegalStateException("no user block: " + block.getClass());
    }

    private static ToolResultBlockParam toolResult(ToolResult result, Optional<CacheControlEphemeral> mark) {
        ToolResultBlockParam.Builder builder = ToolResultBlockParam.builder().toolUseId(result.callId());
        if (result.isError()) {
            builder.isError(true);
        }
        List<ToolResultBlockParam.Content.Block> parts = new ArrayList<>();
        for (ContentBlock part : result.content()) {
            if (part instanceof ContentBlock.Text text && !text.text().isEmpty()) {
                parts.add(ToolResultBlockParam.Content.Block.ofText(text.text()));
            } else if (part instanceof ContentBlock.Image image) {
                parts.add(ToolResultBlockParam.Content.Block.ofImage(source(image)));
            } else if (part instanceof ContentBlock.Document document) {
                parts.add(ToolResultBlockParam.Content.Block.ofDocument(
                        document(document).build()));
            }
        }
        if (!parts.isEmpty()) {
            builder.contentOfBlocks(parts);
        }
        mark.ifPresent(builder::cacheControl);
        return builder.build();
    }

    private static Base64ImageSource source(ContentBlock.Image image) {
        return Base64ImageSource.builder()
                .mediaType(Base64ImageSource.MediaType.of(image.mediaType()))
                .data(image.base64())
                .build();
    }

    private static DocumentBlockParam.Builder document(ContentBlock.Document document) {
        DocumentBlockParam.Builder builder = DocumentBlockParam.builder();
        if (document.mediaType().equals("application/pdf")) {
            builder.base64Source(document.base64());
        } else if (document.mediaType().startsWith("text/")) {
            byte[] text = Base64.getDecoder().decode(document.base64());
            builder.textSource(new String(text, StandardCharsets.UTF_8));
        } else {
            throw new LlmRequestException(
                    "Claude reads documents of type application/pdf and text/*, found \"" + document.mediaType()
                            + "\"; convert it to one of them",
                    null);
        }
        return document.title().isEmpty() ? builder : builder.title(document.title());
    }

    List<ContentBlockParam> assistantBlocks(List<ContentBlock> content) {
        List<ContentBlockParam> blocks = new ArrayList<>();
        for (ContentBlock block : content) {
            if (block instanceof ContentBlock.Text text && !text.text().isBlank()) {
                blocks.add(ContentBlockParam.ofText(text.text()));
            } else if (block instanceof ContentBlock.Thinking thinking) {
                thinking(thinking).ifPresent(blocks::add);
            } else if (block instanceof ToolCall call) {
                blocks.add(ContentBlockParam.ofToolUse(toolUse(call)));
            }
        }
        return blocks;
    }

    private static Optional<ContentBlockParam> thinking(ContentBlock.Thinking thinking) {
        String signature = thinking.signature();
        if (signature.startsWith(REDACTED)) {
            return Optional.of(ContentBlockParam.ofRedactedThinking(signature.substring(REDACTED.length())));
        }
        if (signature.isEmpty() || FOREIGN.matcher(signature).matches()) {
            return Optional.empty();
        }
        return Optional.of(ContentBlockParam.ofThinking(ThinkingBlockParam.builder()
                .thinking(thinking.text())
                .signature(signature)
                .build()));
    }

    private static ToolUseBlockParam toolUse(ToolCall call) {
        ToolUseBlockParam.Input.Builder input = ToolUseBlockParam.Input.builder();
        call.input().forEach((key, value) -> input.putAdditionalProperty(key, JsonValues.of(value)));
        return ToolUseBlockParam.builder()
                .id(call.id())
                .name(call.name())
                .input(input.build())
                .build();
    }
}
