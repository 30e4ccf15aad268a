package dev.cadre.llm;

import java.util.List;
import java.util.stream.Collectors;

/** Is one entry of a transcript: what the user side or the assistant said, as content blocks. */
public sealed interface Message {

    /** Returns the blocks in order. */
    List<ContentBlock> content();

    /** Returns the text blocks, joined by line feeds. */
    default String text() {
        return content().stream()
                .filter(ContentBlock.Text.class::isInstance)
                .map(block -> ((ContentBlock.Text) block).text())
                .collect(Collectors.joining("\n"));
    }

    /** Makes a user message of one text. */
    static User user(String text) {
        return new User(List.of(new ContentBlock.Text(text)));
    }

    /** Makes an assistant message of one text. */
    static Assistant assistant(String text) {
        return new Assistant(List.of(new ContentBlock.Text(text)));
    }

    /**
     * What the user side sent: prompts and tool results.
     *
     * @param content the blocks in order
     */
    record User(List<ContentBlock> content) implements Message {

        /** Copies the blocks. */
        public User {
            content = Json.list(content);
        }
    }

    /**
     * What the model answered.
     *
     * @param content the blocks in order
     */
    record Assistant(List<ContentBlock> content) implements Message {

        /** Copies the blocks. */
        public Assistant {
            content = Json.list(content);
        }

        /** Tells a listener the whole message, for clients that do not get it piece by piece. */
        public void tellTo(LlmListener listener) {
            for (ContentBlock block : content) {
                if (block instanceof ContentBlock.Thinking thinking) {
                    listener.onThinking(thinking.text());
                } else if (block instanceof ContentBlock.Text text) {
                    listener.onText(text.text());
                }
            }
        }

        /** Returns the tool calls in order. */
        public List<ToolCall> toolCalls() {
            return content.stream()
                    .filter(ToolCall.class::isInstance)
                    .map(ToolCall.class::cast)
                    .toList();
        }
    }
}
