package dev.cadre.tools;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolSpec;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.PermissionDecision;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRequest;
import dev.cadre.tools.permission.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Is the one door to tools, for one run: it alone runs them, and it decides the permission of every call itself.
 *
 * <p>What a model can react to is an outcome, never an exception: unknown tools, bad inputs, denials, failures.
 * Closing it ends the run's sandbox and everything that commands left running. Thread-safe.
 *
 * <pre>{@code
 * try (ToolExecutor executor = ToolExecutor.builder(policy, workspace).tools(BuiltinTools.all()).build()) {
 *     ToolOutcome outcome = executor.execute(call, CancellationToken.create());
 * }
 * }</pre>
 */
public final class ToolExecutor implements AutoCloseable {

    private final PermissionPolicy policy;
    private final Map<String, Tool> tools;
    private final RunResources resources;
    private final Clock clock;
    private final @Nullable AuditLog audit;
    private final Set<String> usedApprovals = ConcurrentHashMap.newKeySet();

    private ToolExecutor(Builder builder) {
        this.policy = builder.policy;
        this.tools = builder.available();
        this.resources = new RunResources(builder.workspace, builder.sandbox, builder.policy);
        this.clock = builder.clock;
        this.audit = builder.audit;
    }

    /** Starts an executor without tools and without a sandbox. */
    public static Builder builder(PermissionPolicy policy, Workspace workspace) {
        return new Builder(policy, workspace);
    }

    /** Returns the tools that the policy makes available, in the order in which the host gave them. */
    public List<ToolSpec> specs() {
        return tools.values().stream().map(Tool::spec).toList();
    }

    /** Returns the files on which the tools work. */
    public Workspace workspace() {
        return resources.workspace();
    }

    /** Checks and decides a call without running it. */
    public PlannedCall plan(ToolCall call) {
        return prepare(call).planned();
    }

    /** Runs a call that needs no approval. */
    public ToolOutcome execute(ToolCall call, CancellationToken cancellation) {
        return run(prepare(call), null, cancellation);
    }

    /** Runs a call with the answer to its <em>ask</em>; an approval for anything else changes nothing. */
    public ToolOutcome execute(ToolCall call, Approval approval, CancellationToken cancellation) {
        return run(prepare(call), approval, cancellation);
    }

    /** Ends the run's sandbox with all its processes. Idempotent. */
    @Override
    public void close() {
        resources.close();
    }

    private Prepared prepare(ToolCall call) {
        Tool tool = tools.get(call.name());
        if (tool == null) {
            return Prepared.invalid(call, unknown(call.name()));
        }
        ToolAction action;
        try {
            action = tool.prepare(call.input());
        } catch (ToolInputException e) {
            return Prepared.invalid(call, Objects.requireNonNullElse(e.getMessage(), ""));
        }
        CallPaths paths = new CallPaths(resources.workspace());
        List<Access> accesses = action.accesses().stream().map(this::placed).toList();
        PermissionDecision decision = policy.decide(
                new PermissionRequest(call.name(), call.input(), accesses, paths, resources.sandboxing()));
        Ready ready = new Ready(action, paths);
        List<String> preview = decision.verdict() == Verdict.ASK ? preview(call, accesses, ready) : List.of();
        PlannedCall planned = new PlannedCall.Decided(call, CallHash.of(call, accesses), accesses, decision, preview);
        return new Prepared(planned, ready);
    }

    private List<String> preview(ToolCall call, List<Access> accesses, Ready ready) {
        List<String> lines = new ArrayList<>();
        for (Access access : accesses) {
            if (access instanceof Access.Command command) {
                lines.addAll(CommandPreview.of(command));
            }
        }
        try {
            lines.addAll(
                    ready.action().preview(resources.context(call.id(), ready.paths(), CancellationToken.create())));
        } catch (RuntimeException e) {
            // What can't be shown fails in the same way when it runs; the person sees the input.
            return lines;
        }
        return lines;
    }

    /** Puts a command where the shell stands, so that relative paths in it are decided on where they lead. */
    private Access placed(Access access) {
        return access instanceof Access.Command command
                ? new Access.Command(command.command(), resources.shellDirectory())
                : access;
    }

    private String unknown(String name) {
        return "no tool \"" + name + "\" here; "
                + (tools.isEmpty() ? "this agent has no tools" : "the tools are " + String.join(", ", tools.keySet()));
    }

    private ToolOutcome run(Prepared prepared, @Nullable Approval approval, CancellationToken cancellation) {
        ToolCall call = prepared.planned().call();
        Refusal refusal = refusal(prepared.planned(), approval, cancellation);
        if (audit == null) {
            return refusal == null ? perform(prepared, cancellation) : refusal.of(call);
        }
        try {
            audit.before(prepared.planned(), refusal == null ? "" : refusal.message());
        } catch (AuditException e) {
            String message = "permission denied: calls must be recorded, and " + e.getMessage();
            return new Refusal(ToolOutcome.Status.DENIED, message).of(call);
        }
        ToolOutcome outcome = refusal == null ? perform(prepared, cancellation) : refusal.of(call);
        audit.after(outcome);
        return outcome;
    }

    /** Returns why a call must not run; null if it may. */
    private @Nullable Refusal refusal(
            PlannedCall planned, @Nullable Approval approval, CancellationToken cancellation) {
        if (planned instanceof PlannedCall.Invalid invalid) {
            return new Refusal(ToolOutcome.Status.INVALID, invalid.problem());
        }
        String objection = objection((PlannedCall.Decided) planned, approval);
        if (objection != null) {
            return new Refusal(ToolOutcome.Status.DENIED, objection);
        }
        return cancellation.isCancelled()
                ? new Refusal(ToolOutcome.Status.FAILED, "the run was cancelled before this call")
                : null;
    }

    private @Nullable String objection(PlannedCall.Decided planned, @Nullable Approval approval) {
        PermissionDecision decision = planned.decision();
        if (decision.verdict() == Verdict.ALLOW) {
            return null;
        }
        if (decision.verdict() == Verdict.DENY) {
            return "permission denied: " + decision.reason();
        }
        if (approval == null || !approval.answers(planned)) {
            return "permission denied: " + decision.reason() + "; nobody approved this call"
                    + (approval == null ? "" : " as it is now");
        }
        if (approval.answer() == Approval.Answer.DENIED) {
            return "permission denied by the user" + (approval.reason().isEmpty() ? "" : ": " + approval.reason());
        }
        Instant now = clock.instant();
        if (!now.isBefore(approval.expiresAt())) {
            return "permission denied: the approval of this call expired at " + approval.expiresAt();
        }
        return usedApprovals.add(approval.callId())
                ? null
                : "permission denied: the approval of this call was used before";
    }

    private ToolOutcome perform(Prepared prepared, CancellationToken cancellation) {
        ToolCall call = prepared.planned().call();
        Ready ready = Objects.requireNonNull(prepared.ready());
        try {
            ToolContext context = resources.context(call.id(), ready.paths(), cancellation);
            ToolOutput output = ready.action().perform(context);
            for (Access access : ready.action().accesses()) {
                if (access instanceof Access.Write write) {
                    resources.wrote(ready.paths().resolve(write.path()));
                }
            }
            return new ToolOutcome(call, ToolOutcome.Status.EXECUTED, output);
        } catch (SandboxUnavailableException e) {
            // Nothing ran, so this is a refusal and no failure.
            return new Refusal(ToolOutcome.Status.DENIED, Objects.requireNonNullElse(e.getMessage(), "")).of(call);
        } catch (ToolFailureException | ToolInputException | WorkspaceException | PathRefusedException e) {
            return new Refusal(ToolOutcome.Status.FAILED, Objects.requireNonNullElse(e.getMessage(), "")).of(call);
        } catch (RuntimeException e) {
            return new Refusal(ToolOutcome.Status.FAILED, "the tool failed: " + e).of(call);
        }
    }

    private record Refusal(ToolOutcome.Status status, String message) {

        ToolOutcome of(ToolCall call) {
            return new ToolOutcome(call, status, ToolOutput.error(message));
        }
    }

    /** Keeps what can run beside the plan, so that what was decided is what runs. */
    private record Prepared(PlannedCall planned, @Nullable Ready ready) {

        static Prepared invalid(ToolCall call, String problem) {
            return new Prepared(new PlannedCall.Invalid(call, problem), null);
        }
    }

    private record Ready(ToolAction action, CallPaths paths) {}

    /** Collects the parts of an executor. Not thread-safe. */
    public static final class Builder {

        private final PermissionPolicy policy;
        private final Workspace workspace;
        private final Map<String, Tool> tools = new LinkedHashMap<>();
        private @Nullable Sandbox sandbox;
        private Clock clock = Clock.systemUTC();
        private @Nullable AuditLog audit;

        private Builder(PermissionPolicy policy, Workspace workspace) {
            this.policy = Objects.requireNonNull(policy, "policy");
            this.workspace = Objects.requireNonNull(workspace, "workspace");
        }

        /**
         * Adds tools; those that the policy does not make available are left out.
         *
         * @throws IllegalArgumentException if two tools have one name
         */
        public Builder tools(List<? extends Tool> added) {
            for (Tool tool : added) {
                if (tools.putIfAbsent(tool.spec().name(), tool) != null) {
                    throw new IllegalArgumentException(
                            "two tools are called \"" + tool.spec().name() + "\"");
                }
            }
            return this;
        }

        /** Sets the sandbox for shell commands; without one they are refused. */
        public Builder sandbox(Sandbox sandbox) {
            this.sandbox = sandbox;
            return this;
        }

        /** Sets the clock by which approvals expire; the system's by default. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets the log of all calls; a call that it can't record is refused. None by default. */
        public Builder audit(AuditLog audit) {
            this.audit = audit;
            return this;
        }

        /** Makes the executor. */
        public ToolExecutor build() {
            return new ToolExecutor(this);
        }

        private Map<String, Tool> available() {
            Map<String, Tool> available = new LinkedHashMap<>(tools);
            available.keySet().removeIf(name -> !policy.isAvailable(name));
            return available;
        }
    }
}
