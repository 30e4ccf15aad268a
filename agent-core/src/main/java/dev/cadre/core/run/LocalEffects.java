package dev.cadre.core.run;

import dev.cadre.core.run.ApprovalHandler.Answer;
import dev.cadre.core.structure.Deliverable;
import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.Json;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.ToolCall;
import dev.cadre.tools.Approval;
import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.ToolExecutor;
import dev.cadre.tools.ToolOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Does the loop's effects in this process: a client, an executor, a handler for approvals, listeners, and threads for
 * calls that only read.
 *
 * <p>One object serves one run. Events are told on the thread that runs.
 */
public final class LocalEffects implements RunEffects {

    private static final Duration APPROVAL_LIFE = Duration.ofMinutes(10);

    private final LlmClient client;
    private final ToolExecutor executor;
    private final ApprovalHandler approvals;
    private final StandingApprovals standing;
    private final Duration approvalTime;
    private final Consumer<AgentEvent> listener;
    private final CancellationToken cancellation;
    private final Clock clock;
    private final String runId;

    private LocalEffects(Builder builder) {
        this.client = builder.client;
        this.executor = builder.executor;
        this.runId = builder.runId;
        this.approvals = builder.approvals;
        this.standing = builder.standing;
        this.approvalTime = builder.approvalTime;
        this.listener = builder.listener;
        this.cancellation = builder.cancellation;
        this.clock = builder.clock;
    }

    /** Starts effects over a client and an executor, for the run of an id. */
    public static Builder builder(LlmClient client, ToolExecutor executor, String runId) {
        return new Builder(client, executor, runId);
    }

    @Override
    public LlmResponse callModel(LlmRequest request) {
        LlmListener tell = new LlmListener() {
            @Override
            public void onText(String delta) {
                emit(new AgentEvent.TextStreamed(stamp(), delta));
            }

            @Override
            public void onRestart() {
                emit(new AgentEvent.AnswerRestarted(stamp()));
            }
        };
        return client.generate(request, tell, cancellation);
    }

    @Override
    public List<PlannedCall> planTools(List<ToolCall> calls) {
        return Json.list(calls.stream().map(executor::plan).toList());
    }

    @Override
    public Approval requestApproval(PlannedCall.Decided call) {
        Answer answer = standing.contains(call) ? new Answer.Always() : ask(call);
        if (answer instanceof Answer.Always) {
            standing.add(call);
        }
        boolean yes = !(answer instanceof Answer.No);
        String reason = answer instanceof Answer.No no ? no.reason() : "";
        return new Approval(
                call.call().id(),
                call.inputHash(),
                yes ? Approval.Answer.APPROVED : Approval.Answer.DENIED,
                reason,
                now().plus(APPROVAL_LIFE));
    }

    private Answer ask(PlannedCall.Decided call) {
        try {
            return Threads.within(approvalTime, () -> approvals.answer(call), cancellation)
                    .orElseGet(() -> new Answer.No(
                            isCancelled()
                                    ? "the run was cancelled"
                                    : "nobody answered within " + approvalTime.toSeconds() + " seconds"));
        } catch (RuntimeException e) {
            return new Answer.No("asking for approval failed");
        }
    }

    @Override
    public List<ToolOutcome> callTools(List<ApprovedCall> calls) {
        return Threads.mapAll(calls, this::callTool);
    }

    private ToolOutcome callTool(ApprovedCall approved) {
        return approved.approval()
                .map(approval -> executor.execute(approved.call(), approval, cancellation))
                .orElseGet(() -> executor.execute(approved.call(), cancellation));
    }

    @Override
    public List<DeliverableCheck> checkDeliverables(List<Deliverable> deliverables) {
        return DeliverableCheck.all(deliverables, executor.workspace());
    }

    @Override
    public void emit(AgentEvent event) {
        listener.accept(event);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    private AgentEvent.Stamp stamp() {
        return new AgentEvent.Stamp(runId, now());
    }

    /** Collects the parts of the effects. Not thread-safe. */
    public static final class Builder {

        private final LlmClient client;
        private final ToolExecutor executor;
        private final String runId;
        private ApprovalHandler approvals = ApprovalHandler.denyAll();
        private StandingApprovals standing = StandingApprovals.create();
        private Duration approvalTime = Duration.ofMinutes(10);
        private Consumer<AgentEvent> listener = event -> {};
        private CancellationToken cancellation = CancellationToken.create();
        private Clock clock = Clock.systemUTC();

        private Builder(LlmClient client, ToolExecutor executor, String runId) {
            this.client = Objects.requireNonNull(client, "client");
            this.executor = Objects.requireNonNull(executor, "executor");
            this.runId = Objects.requireNonNull(runId, "runId");
        }

        /** Sets who answers for calls that the machine would not decide; nobody by default. */
        public Builder approvals(ApprovalHandler approvals) {
            this.approvals = approvals;
            return this;
        }

        /** Sets where answers for always are kept; by default they end with the run. */
        public Builder standing(StandingApprovals standing) {
            this.standing = standing;
            return this;
        }

        /** Sets for how long an answer is waited for; then the call is denied. Ten minutes unless told otherwise. */
        public Builder approvalTime(Duration time) {
            this.approvalTime = time;
            return this;
        }

        /** Sets who is told the events. */
        public Builder listener(Consumer<AgentEvent> listener) {
            this.listener = listener;
            return this;
        }

        /** Sets the token that ends the run. */
        public Builder cancellation(CancellationToken cancellation) {
            this.cancellation = cancellation;
            return this;
        }

        /** Sets the clock; the system's by default. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Makes the effects. */
        public LocalEffects build() {
            return new LocalEffects(this);
        }
    }
}
