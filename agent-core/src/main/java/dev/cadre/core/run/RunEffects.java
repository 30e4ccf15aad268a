package dev.cadre.core.run;

import dev.cadre.core.structure.Deliverable;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.ToolCall;
import dev.cadre.tools.Approval;
import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.ToolOutcome;
import java.time.Instant;
import java.util.List;

/**
 * Is all that the loop may do to the world.
 *
 * <p>{@link LocalEffects} does it with threads; a durable engine does it with activities, a test with a script.
 * Implementations must return the same answers when a run is replayed, must keep the order of lists, and must throw
 * nothing but {@link dev.cadre.llm.LlmException} for failures of the provider.
 */
public interface RunEffects {

    /** Calls the model, telling its text as it arrives to whoever watches. */
    LlmResponse callModel(LlmRequest request);

    /** Checks and decides tool calls without running them; one answer a call, in order. */
    List<PlannedCall> planTools(List<ToolCall> calls);

    /** Asks for an answer to a call that the machine can't decide; silence is a denial. */
    Approval requestApproval(PlannedCall.Decided call);

    /** Runs calls side by side; one outcome a call, in order. The loop gives more than one only if all just read. */
    List<ToolOutcome> callTools(List<ApprovedCall> calls);

    /** Looks whether the promised files stand in the workspace; one answer for each that names a file. */
    List<DeliverableCheck> checkDeliverables(List<Deliverable> deliverables);

    /** Tells an event. */
    void emit(AgentEvent event);

    /** Returns the time. */
    Instant now();

    /** Returns whether the run was told to stop. */
    boolean isCancelled();
}
