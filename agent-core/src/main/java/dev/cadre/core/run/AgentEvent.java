package dev.cadre.core.run;

import dev.cadre.llm.Json;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.tools.Approval;
import dev.cadre.tools.ToolOutcome;
import dev.cadre.tools.permission.PermissionDecision;
import java.time.Instant;
import java.util.List;

/**
 * Tells one step of a run. Events are the way to observe; {@link EventJson} writes them down.
 *
 * <p>New kinds will be added; code that branches over events should pass over those it does not know.
 */
public sealed interface AgentEvent {

    /** Returns which run tells it, and when. */
    Stamp stamp();

    /**
     * Says which run tells an event, and when.
     *
     * @param runId the id of the run
     * @param time when it happened
     */
    record Stamp(String runId, Instant time) {}

    /**
     * The run began.
     *
     * @param stamp which run, and when
     * @param agent the name of the definition
     * @param model the model that will be called
     * @param tools the names of the tools that the model is told of
     * @param notices what a person should know before it starts, such as a model that is not the definition's
     */
    record RunStarted(Stamp stamp, String agent, String model, List<String> tools, List<String> notices)
            implements AgentEvent {

        /** Copies the lists. */
        public RunStarted {
            tools = Json.list(tools);
            notices = Json.list(notices);
        }
    }

    /**
     * A turn began: the model is being called.
     *
     * @param stamp which run, and when
     * @param turn counts from 1
     */
    record TurnStarted(Stamp stamp, int turn) implements AgentEvent {}

    /**
     * The next characters of the answer arrived. For watching only; the whole is in {@link AssistantAnswered}.
     *
     * @param stamp which run, and when
     * @param text the characters
     */
    record TextStreamed(Stamp stamp, String text) implements AgentEvent {}

    /**
     * The answer begins anew, for example because its stream was cut and the call is repeated: whoever shows text takes
     * back what this turn has streamed so far.
     *
     * @param stamp which run, and when
     */
    record AnswerRestarted(Stamp stamp) implements AgentEvent {}

    /**
     * The model answered.
     *
     * @param stamp which run, and when
     * @param turn counts from 1
     * @param message what it said
     * @param stopReason why it stopped
     * @param usage the tokens of this call
     */
    record AssistantAnswered(Stamp stamp, int turn, Message.Assistant message, StopReason stopReason, TokenUsage usage)
            implements AgentEvent {}

    /**
     * The machine decided on a tool call.
     *
     * @param stamp which run, and when
     * @param call the call
     * @param decision whether it may run
     */
    record PermissionDecided(Stamp stamp, ToolCall call, PermissionDecision decision) implements AgentEvent {}

    /**
     * Somebody answered for a call that the machine would not decide.
     *
     * @param stamp which run, and when
     * @param call the call
     * @param approval the answer
     */
    record ApprovalAnswered(Stamp stamp, ToolCall call, Approval approval) implements AgentEvent {}

    /**
     * A tool call is about to run.
     *
     * @param stamp which run, and when
     * @param call the call
     */
    record ToolStarted(Stamp stamp, ToolCall call) implements AgentEvent {}

    /**
     * A tool call ended, run or refused.
     *
     * @param stamp which run, and when
     * @param outcome what became of it
     */
    record ToolFinished(Stamp stamp, ToolOutcome outcome) implements AgentEvent {}

    /**
     * The run ended.
     *
     * @param stamp which run, and when
     * @param result how
     */
    record RunFinished(Stamp stamp, AgentResult result) implements AgentEvent {}
}
