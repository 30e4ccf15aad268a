package dev.cadre.core;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentEvent;
import dev.cadre.core.run.AgentLoop;
import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.ApprovalHandler;
import dev.cadre.core.run.LocalEffects;
import dev.cadre.core.run.RunLimits;
import dev.cadre.core.run.StandingApprovals;
import dev.cadre.llm.Json;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmSettings;
import dev.cadre.tools.AuditLog;
import dev.cadre.tools.BuiltinTools;
import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.LocalWorkspace;
import dev.cadre.tools.Sandbox;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolExecutor;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a definition: with a model, on a workspace, with tools that can do no more than definition and host allow.
 *
 * <pre>{@code
 * AgentDefinition definition = AgentDefinition.load(Path.of("agents/backend-developer.md"));
 * try (Agent agent = Agent.builder(definition).llm("offline").workspace(Path.of(".")).build()) {
 *     System.out.println(agent.run("Plan the backend").text());
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe: runs may go on side by side, each with its own sandbox. Two agents share nothing.
 */
public final class Agent implements AutoCloseable {

    private final RunPlanner planner;
    private final Toolbox toolbox;
    private final ApprovalHandler approvals;
    private final StandingApprovals standing;
    private final Duration approvalTime;
    private final Clock clock;
    private final Supplier<String> ids;

    private Agent(Builder builder) {
        AgentDefinition definition = builder.definition;
        Rights rights = builder.host.narrowedBy(definition, builder.tools);
        Model model = builder.model.resolve(definition.model());
        Workspace workspace = builder.workspace != null ? builder.workspace : LocalWorkspace.open(Path.of(""));
        this.planner = new RunPlanner(definition, model, rights.notices(), builder.limits);
        this.toolbox =
                new Toolbox(rights.policy(), workspace, builder.tools, builder.sandbox, builder.audit, builder.clock);
        this.approvals = builder.approvals;
        this.standing = builder.standing;
        this.approvalTime = builder.approvalTime;
        this.clock = builder.clock;
        this.ids = builder.ids;
    }

    /** Starts an agent from a definition. */
    public static Builder builder(AgentDefinition definition) {
        return new Builder(definition);
    }

    /** Returns the definition. */
    public AgentDefinition definition() {
        return planner.definition();
    }

    /** Runs to the end without telling events. See {@link #run(String, RunOptions)}. */
    public AgentResult run(String prompt) {
        return run(prompt, RunOptions.defaults());
    }

    /** Runs to the end and tells events on this thread. See {@link #run(String, RunOptions)}. */
    public AgentResult run(String prompt, Consumer<AgentEvent> listener) {
        return run(prompt, RunOptions.builder().listener(listener).build());
    }

    /**
     * Runs to the end; blocks until then. What tools left running is killed before it returns.
     *
     * @throws IllegalArgumentException if the prompt is blank
     * @throws dev.cadre.llm.LlmException if the provider fails
     */
    public AgentResult run(String prompt, RunOptions options) {
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("the prompt is empty; say what the agent should do");
        }
        String runId = ids.get();
        try (ToolExecutor executor = toolbox.open()) {
            LocalEffects effects = LocalEffects.builder(planner.model().client(), executor, runId)
                    .approvals(approvals)
                    .standing(standing)
                    .approvalTime(approvalTime)
                    .listener(options.listener())
                    .cancellation(options.cancellation())
                    .clock(clock)
                    .build();
            return AgentLoop.run(planner.plan(prompt, runId, executor), effects);
        }
    }

    /** Closes the client if this agent made it from a provider's name; one that was passed in stays open. */
    @Override
    public void close() {
        planner.model().close();
    }

    /** Collects the parts of an agent. Not thread-safe. */
    public static final class Builder {

        private final AgentDefinition definition;
        private final HostRights host = new HostRights();
        private ModelSource model = ModelSource.none();
        private LlmProviders providers = LlmProviders.load();
        private @Nullable Workspace workspace;
        private List<Tool> tools = BuiltinTools.all();
        private Sandbox sandbox = LocalSandbox.create();
        private ApprovalHandler approvals = ApprovalHandler.denyAll();
        private StandingApprovals standing = StandingApprovals.create();
        private Duration approvalTime = Duration.ofMinutes(10);
        private @Nullable AuditLog audit;
        private RunLimits limits = RunLimits.DEFAULT;
        private Clock clock = Clock.systemUTC();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();

        private Builder(AgentDefinition definition) {
            this.definition = Objects.requireNonNull(definition, "definition");
        }

        /**
         * Uses a client; it stays open when the agent closes. The definition's model is used if the client serves it,
         * else the client's default.
         */
        public Builder llm(LlmClient client) {
            this.model = ModelSource.of(client);
            return this;
        }

        /**
         * Uses the provider of a name, {@code provider} or {@code provider/model}, whatever model the definition names.
         * Keys are not looked up anywhere; pass them with {@link #llm(String, LlmSettings)}.
         */
        public Builder llm(String name) {
            return llm(name, LlmSettings.defaults());
        }

        /** Uses the provider of a name with settings, such as a key. */
        public Builder llm(String name, LlmSettings settings) {
            this.model = ModelSource.of(name, settings, () -> providers);
            return this;
        }

        /** Sets the providers among which a name is looked up; by default those of the context class loader. */
        public Builder providers(LlmProviders providers) {
            this.providers = providers;
            return this;
        }

        /**
         * Works on a local folder; by default the current one.
         *
         * @throws dev.cadre.tools.WorkspaceException if it is no readable folder
         */
        public Builder workspace(Path folder) {
            return workspace(LocalWorkspace.open(folder));
        }

        /** Works on files that may live anywhere. */
        public Builder workspace(Workspace workspace) {
            this.workspace = workspace;
            return this;
        }

        /** Sets the host's pool of tools, from which definitions choose; by default all built-in ones. */
        public Builder tools(List<? extends Tool> tools) {
            this.tools = Json.list(tools);
            return this;
        }

        /** Sets what runs shell commands; by default the local sandbox of this operating system. */
        public Builder sandbox(Sandbox sandbox) {
            this.sandbox = sandbox;
            return this;
        }

        /** Sets the host's mode; {@code default} unless told otherwise. A definition's mode can only narrow it. */
        public Builder mode(PermissionMode mode) {
            host.mode(mode);
            return this;
        }

        /**
         * Lets the calls of a rule run without asking.
         *
         * @throws dev.cadre.tools.permission.RuleSyntaxException if it is no rule
         */
        public Builder allow(String rule) {
            host.allow(PermissionRule.parse(rule));
            return this;
        }

        /**
         * Asks before the calls of a rule, whatever the mode.
         *
         * @throws dev.cadre.tools.permission.RuleSyntaxException if it is no rule
         */
        public Builder ask(String rule) {
            host.ask(PermissionRule.parse(rule));
            return this;
        }

        /**
         * Denies the calls of a rule; nothing overrides it.
         *
         * @throws dev.cadre.tools.permission.RuleSyntaxException if it is no rule
         */
        public Builder deny(String rule) {
            host.deny(PermissionRule.parse(rule));
            return this;
        }

        /** Sets who answers for calls that the machine would not decide; by default everything is denied. */
        public Builder approvals(ApprovalHandler approvals) {
            this.approvals = approvals;
            return this;
        }

        /** Sets where answers for always are kept; by default they hold as long as the agent and nowhere else. */
        public Builder standingApprovals(StandingApprovals standing) {
            this.standing = standing;
            return this;
        }

        /**
         * Sets for how long an answer is waited for; then the call is denied. Ten minutes unless told otherwise.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder approvalTime(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("the time to answer must be positive, found " + time);
            }
            this.approvalTime = time;
            return this;
        }

        /** Records every tool call before and after it; a call that can't be recorded is not run. None by default. */
        public Builder audit(AuditLog audit) {
            this.audit = audit;
            return this;
        }

        /** Bounds each run; the definition's own bound holds too. */
        public Builder limits(RunLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Sets the clock; the system's by default. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets what names runs; random ids by default. */
        public Builder ids(Supplier<String> ids) {
            this.ids = ids;
            return this;
        }

        /**
         * Makes the agent.
         *
         * @throws AgentSetupException if there is no model, or none of the definition's tools exists here
         * @throws dev.cadre.llm.LlmException if the provider is absent or refuses its settings
         */
        public Agent build() {
            return new Agent(this);
        }
    }
}
