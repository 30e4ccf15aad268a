package dev.cadre.core.run;

import dev.cadre.core.run.AgentResult.Denial;
import dev.cadre.core.run.AgentResult.Outcome;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.tools.Approval;
import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.ToolOutcome;
import dev.cadre.tools.permission.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs an agent: call the model, run the tools that it asks for, give it the results, until it asks for none.
 *
 * <p>Deterministic and direct: it starts no thread and reaches the world only through {@link RunEffects}. It ends on
 * the absence of tool calls, not on a flag. One object is one run, confined to the thread that runs it.
 */
public final class AgentLoop {

    private final RunPlan plan;
    private final RunEffects effects;
    private final List<Message> transcript;
    private final List<Denial> denials = new ArrayList<>();
    private TokenUsage usage = TokenUsage.NONE;
    private int turns;

    private AgentLoop(RunPlan plan, RunEffects effects) {
        this.plan = plan;
        this.effects = effects;
        this.transcript = new ArrayList<>(plan.messages());
    }

    /**
     * Runs a plan to its end.
     *
     * @throws dev.cadre.llm.LlmException if the provider fails
     */
    public static AgentResult run(RunPlan plan, RunEffects effects) {
        return new AgentLoop(plan, effects).run();
    }

    private AgentResult run() {
        effects.emit(new AgentEvent.RunStarted(
                stamp(),
                plan.agent(),
                plan.model(),
                plan.tools().stream().map(tool -> tool.name()).toList(),
                plan.notices()));
        Outcome outcome = turnUntilDone(effects.now().plus(plan.limits().time()));
        List<DeliverableCheck> deliverables =
                outcome == Outcome.COMPLETED && !plan.deliverables().isEmpty()
                        ? effects.checkDeliverables(plan.deliverables())
                        : List.of();
        AgentResult result = new AgentResult(outcome, lastWords(), turns, usage, denials, deliverables, transcript);
        effects.emit(new AgentEvent.RunFinished(stamp(), result));
        return result;
    }

    private Outcome turnUntilDone(Instant deadline) {
        while (true) {
            if (effects.isCancelled()) {
                return Outcome.CANCELLED;
            }
            if (turns >= plan.limits().turns()) {
                return Outcome.MAX_TURNS;
            }
            if (usage.total() >= plan.limits().tokens()) {
                return Outcome.MAX_TOKENS;
            }
            if (!effects.now().isBefore(deadline)) {
                return Outcome.MAX_TIME;
            }
            LlmResponse response;
            try {
                response = callModel();
            } catch (LlmCancelledException e) {
                return Outcome.CANCELLED;
            }
            List<ToolCall> calls = response.message().toolCalls();
            if (!calls.isEmpty()) {
                transcript.add(new Message.User(runTools(calls)));
            } else if (response.stopReason() != StopReason.PAUSE) {
                return outcome(response.stopReason());
            }
        }
    }

    private static Outcome outcome(StopReason stopReason) {
        return switch (stopReason) {
            case MAX_TOKENS -> Outcome.MAX_TOKENS;
            case REFUSAL -> Outcome.REFUSED;
            case END_TURN, TOOL_USE, STOP_SEQUENCE, PAUSE, OTHER -> Outcome.COMPLETED;
        };
    }

    private LlmResponse callModel() {
        turns++;
        effects.emit(new AgentEvent.TurnStarted(stamp(), turns));
        LlmResponse response = effects.callModel(LlmRequest.builder(plan.model(), transcript)
                .system(plan.system())
                .tools(plan.tools())
                .options(plan.options())
                .build());
        usage = usage.plus(response.usage());
        transcript.add(response.message());
        effects.emit(new AgentEvent.AssistantAnswered(
                stamp(), turns, response.message(), response.stopReason(), response.usage()));
        return response;
    }

    private List<ContentBlock> runTools(List<ToolCall> calls) {
        List<ContentBlock> results = new ArrayList<>();
        List<ApprovedCall> reads = new ArrayList<>();
        for (ToolCall wanted : calls) {
            // One by one: what an earlier call does may change what a later one means, and what a person is shown of
            // it.
            PlannedCall planned = effects.planTools(List.of(wanted)).get(0);
            ApprovedCall call = settle(planned);
            if (planned instanceof PlannedCall.Decided decided && decided.onlyReads()) {
                reads.add(call);
            } else {
                results.addAll(runBatch(reads));
                reads.clear();
                results.addAll(runBatch(List.of(call)));
            }
        }
        results.addAll(runBatch(reads));
        return results;
    }

    private ApprovedCall settle(PlannedCall planned) {
        if (!(planned instanceof PlannedCall.Decided decided)) {
            return ApprovedCall.of(planned.call());
        }
        effects.emit(new AgentEvent.PermissionDecided(stamp(), planned.call(), decided.decision()));
        if (decided.decision().verdict() != Verdict.ASK) {
            return ApprovedCall.of(planned.call());
        }
        Approval approval = effects.requestApproval(decided);
        effects.emit(new AgentEvent.ApprovalAnswered(stamp(), planned.call(), approval));
        return ApprovedCall.of(planned.call(), approval);
    }

    private List<ToolResult> runBatch(List<ApprovedCall> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        batch.forEach(call -> effects.emit(new AgentEvent.ToolStarted(stamp(), call.call())));
        List<ToolResult> results = new ArrayList<>();
        for (ToolOutcome outcome : effects.callTools(batch)) {
            effects.emit(new AgentEvent.ToolFinished(stamp(), outcome));
            if (outcome.status() == ToolOutcome.Status.DENIED) {
                denials.add(new Denial(outcome.call(), outcome.result().text()));
            }
            results.add(outcome.result());
        }
        return results;
    }

    private String lastWords() {
        for (int i = transcript.size() - 1; i >= 0; i--) {
            if (transcript.get(i) instanceof Message.Assistant message) {
                return message.text();
            }
        }
        return "";
    }

    private AgentEvent.Stamp stamp() {
        return new AgentEvent.Stamp(plan.runId(), effects.now());
    }
}
