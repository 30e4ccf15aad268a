package dev.cadre.core.run;

import dev.cadre.core.structure.Deliverable;
import dev.cadre.llm.Json;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.ToolSpec;
import java.util.List;
import java.util.Objects;

/**
 * Is what a run starts from. Immutable.
 *
 * <p>Made by {@code Agent}; tests and durable engines make their own.
 */
public final class RunPlan {

    private final String agent;
    private final String model;
    private final List<Message> messages;
    private final String runId;
    private final String system;
    private final List<ToolSpec> tools;
    private final RequestOptions options;
    private final RunLimits limits;
    private final List<Deliverable> deliverables;
    private final List<String> notices;

    private RunPlan(Builder builder) {
        this.agent = builder.agent;
        this.model = builder.model;
        this.messages = builder.messages;
        this.runId = builder.runId;
        this.system = builder.system;
        this.tools = builder.tools;
        this.options = builder.options;
        this.limits = builder.limits;
        this.deliverables = builder.deliverables;
        this.notices = builder.notices;
    }

    /** Starts a plan for an agent's name, a model's id, and a transcript that ends in a user message. */
    public static Builder builder(String agent, String model, List<? extends Message> messages) {
        return new Builder(agent, model, messages);
    }

    /** Returns the name of the definition. */
    public String agent() {
        return agent;
    }

    /** Returns the id of the model. */
    public String model() {
        return model;
    }

    /** Returns the messages from which the run starts. */
    public List<Message> messages() {
        return messages;
    }

    /** Returns the id under which events are told. */
    public String runId() {
        return runId;
    }

    /** Returns the system prompt. */
    public String system() {
        return system;
    }

    /** Returns the tools that the model is told of. */
    public List<ToolSpec> tools() {
        return tools;
    }

    /** Returns the settings of each model call. */
    public RequestOptions options() {
        return options;
    }

    /** Returns the bounds of the run. */
    public RunLimits limits() {
        return limits;
    }

    /** Returns what the definition promises, to be looked for when the run has ended. */
    public List<Deliverable> deliverables() {
        return deliverables;
    }

    /** Returns what a person should know before it starts. */
    public List<String> notices() {
        return notices;
    }

    /** Collects the parts of a plan. Not thread-safe. */
    public static final class Builder {

        private final String agent;
        private final String model;
        private final List<Message> messages;
        private String runId = "run";
        private String system = "";
        private List<ToolSpec> tools = List.of();
        private RequestOptions options = RequestOptions.defaults();
        private RunLimits limits = RunLimits.DEFAULT;
        private List<Deliverable> deliverables = List.of();
        private List<String> notices = List.of();

        private Builder(String agent, String model, List<? extends Message> messages) {
            this.agent = Objects.requireNonNull(agent, "agent");
            this.model = Objects.requireNonNull(model, "model");
            this.messages = Json.list(messages);
        }

        /** Sets the id under which events are told. */
        public Builder runId(String runId) {
            this.runId = runId;
            return this;
        }

        /** Sets the system prompt. */
        public Builder system(String system) {
            this.system = system;
            return this;
        }

        /** Sets the tools that the model is told of. */
        public Builder tools(List<ToolSpec> tools) {
            this.tools = Json.list(tools);
            return this;
        }

        /** Sets the settings of each model call. */
        public Builder options(RequestOptions options) {
            this.options = options;
            return this;
        }

        /** Sets the bounds of the run. */
        public Builder limits(RunLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Sets what the definition promises. */
        public Builder deliverables(List<Deliverable> deliverables) {
            this.deliverables = Json.list(deliverables);
            return this;
        }

        /** Sets what a person should know before it starts. */
        public Builder notices(List<String> notices) {
            this.notices = Json.list(notices);
            return this;
        }

        /** Makes the plan. */
        public RunPlan build() {
            return new RunPlan(this);
        }
    }
}
