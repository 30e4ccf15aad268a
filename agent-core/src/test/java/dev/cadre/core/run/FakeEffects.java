package dev.cadre.core.run;

import dev.cadre.core.structure.Deliverable;
import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.ScriptedLlm;
import dev.cadre.tools.Approval;
import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.ToolOutcome;
import dev.cadre.tools.ToolOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Effects of a test: a scripted model, tools that answer with their name, and a clock that ticks once a look. */
final class FakeEffects implements RunEffects {

    final List<AgentEvent> events = new ArrayList<>();
    final List<List<ToolCall>> batches = new ArrayList<>();
    private final ScriptedLlm llm;
    private final Function<ToolCall, PlannedCall> planner;
    private final Duration tick;
    private Approval.Answer answer = Approval.Answer.DENIED;
    private Instant now = Instant.EPOCH;
    private int callsUntilCancelled = Integer.MAX_VALUE;

    FakeEffects(ScriptedLlm llm, Duration tick, Function<ToolCall, PlannedCall> planner) {
        this.llm = llm;
        this.tick = tick;
        this.planner = planner;
    }

    void approveEverything() {
        answer = Approval.Answer.APPROVED;
    }

    void cancelAfterModelCalls(int calls) {
        callsUntilCancelled = calls;
    }

    @Override
    public LlmResponse callModel(LlmRequest request) {
        callsUntilCancelled--;
        return llm.generate(request, LlmListener.none(), CancellationToken.create());
    }

    @Override
    public List<PlannedCall> planTools(List<ToolCall> calls) {
        return calls.stream().map(planner).toList();
    }

    @Override
    public Approval requestApproval(PlannedCall.Decided call) {
        return new Approval(call.call().id(), call.inputHash(), answer, "", Instant.MAX);
    }

    @Override
    public List<ToolOutcome> callTools(List<ApprovedCall> calls) {
        batches.add(calls.stream().map(ApprovedCall::call).toList());
        return calls.stream().map(this::outcome).toList();
    }

    private ToolOutcome outcome(ApprovedCall approved) {
        ToolCall call = approved.call();
        if (approved.approval()
                .filter(approval -> approval.answer() == Approval.Answer.DENIED)
                .isPresent()) {
            return new ToolOutcome(call, ToolOutcome.Status.DENIED, ToolOutput.error("denied"));
        }
        if (planner.apply(call) instanceof PlannedCall.Invalid invalid) {
            return new ToolOutcome(call, ToolOutcome.Status.INVALID, ToolOutput.error(invalid.problem()));
        }
        return new ToolOutcome(call, ToolOutcome.Status.EXECUTED, ToolOutput.text(call.name() + " done"));
    }

    @Override
    public List<DeliverableCheck> checkDeliverables(List<Deliverable> deliverables) {
        return List.of(new DeliverableCheck("out.md", DeliverableCheck.State.MISSING, List.of()));
    }

    @Override
    public void emit(AgentEvent event) {
        events.add(event);
    }

    @Override
    public Instant now() {
        now = now.plus(tick);
        return now;
    }

    @Override
    public boolean isCancelled() {
        return callsUntilCancelled <= 0;
    }
}
