package dev.cadre.llm;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model for one response. Immutable.
 *
 * <pre>{@code
 * LlmRequest request = LlmRequest.builder("claude-sonnet-4-5", List.of(Message.user("Hello"))).system("Be brief.").build();
 * }</pre>
 */
public final class LlmRequest {

    private final String model;
    private final String system;
    private final List<Message> messages;
    private final List<ToolSpec> tools;
    private final RequestOptions options;

    private LlmRequest(Builder builder) {
        this.model = builder.model;
        this.system = builder.system;
        this.messages = builder.messages;
        this.tools = builder.tools;
        this.options = builder.options;
    }

    /** Starts a request to a model, by its id as the client knows it, with a transcript that ends in a user message. */
    public static Builder builder(String model, List<? extends Message> messages) {
        return new Builder(model, messages);
    }

    /** Returns the model's id, as the client knows it. */
    public String model() {
        return model;
    }

    /** Returns the system prompt; empty where there is none. */
    public String system() {
        return system;
    }

    /** Returns the transcript, oldest first. */
    public List<Message> messages() {
        return messages;
    }

    /** Returns the tools that the model may call, in the order in which it sees them. */
    public List<ToolSpec> tools() {
        return tools;
    }

    /** Returns the optional settings. */
    public RequestOptions options() {
        return options;
    }

    /** Returns a builder that starts from this request. */
    public Builder toBuilder() {
        return new Builder(model, messages).system(system).tools(tools).options(options);
    }

    /** Returns whether the other is a request with equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LlmRequest request
                && model.equals(request.model)
                && system.equals(request.system)
                && messages.equals(request.messages)
                && tools.equals(request.tools)
                && options.equals(request.options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, system, messages, tools, options);
    }

    /** Shows the model and the sizes; prompts and transcripts are not shown. */
    @Override
    public String toString() {
        return "LlmRequest[model=" + model + ", messages=" + messages.size() + ", tools=" + tools.size() + "]";
    }

    /** Collects the parts of a request. Not thread-safe. */
    public static final class Builder {

        private String model;
        private final List<Message> messages;
        private String system = "";
        private List<ToolSpec> tools = List.of();
        private RequestOptions options = RequestOptions.defaults();

        private Builder(String model, List<? extends Message> messages) {
            this.model = Objects.requireNonNull(model, "model");
            this.messages = Json.list(messages);
            if (messages.isEmpty()) {
                throw new IllegalArgumentException("a request needs at least one message");
            }
        }

        /** Replaces the model's id. */
        public Builder model(String model) {
            this.model = Objects.requireNonNull(model, "model");
            return this;
        }

        /** Sets the system prompt. */
        public Builder system(String system) {
            this.system = Objects.requireNonNull(system, "system");
            return this;
        }

        /** Sets the tools that the model may call. */
        public Builder tools(List<ToolSpec> tools) {
            this.tools = Json.list(tools);
            return this;
        }

        /** Sets the optional settings. */
        public Builder options(RequestOptions options) {
            this.options = Objects.requireNonNull(options, "options");
            return this;
        }

        /** Makes the request. */
        public LlmRequest build() {
            return new LlmRequest(this);
        }
    }
}
