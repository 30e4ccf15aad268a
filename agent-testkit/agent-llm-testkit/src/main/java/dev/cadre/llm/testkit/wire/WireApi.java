package dev.cadre.llm.testkit.wire;

import java.util.Optional;

/** Names a wire format that the server speaks; it is told by the last part of a request's path. */
public enum WireApi {
    /** Anthropic's Messages. */
    ANTHROPIC_MESSAGES("/v1/messages", "/messages"),
    /** OpenAI's Chat Completions, as compatible servers speak it too. */
    OPENAI_CHAT("/v1/chat/completions", "/chat/completions"),
    /** OpenAI's Responses. */
    OPENAI_RESPONSES("/v1/responses", "/responses");

    private final String path;
    private final String suffix;

    WireApi(String path, String suffix) {
        this.path = path;
        this.suffix = suffix;
    }

    /** Returns the usual path, such as {@code /v1/messages}. */
    public String path() {
        return path;
    }

    /** Returns the API that a path belongs to, whatever precedes its last part; empty if it belongs to none. */
    public static Optional<WireApi> of(String path) {
        for (WireApi api : values()) {
            if (path.endsWith(api.suffix)) {
                return Optional.of(api);
            }
        }
        return Optional.empty();
    }

    WireFormat format() {
        return switch (this) {
            case ANTHROPIC_MESSAGES -> new AnthropicFormat();
            case OPENAI_CHAT -> new OpenAiChatFormat();
            case OPENAI_RESPONSES -> new OpenAiResponsesFormat();
        };
    }
}
