package dev.cadre.tools;

import dev.cadre.llm.Json;
import dev.cadre.llm.ToolCall;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.PermissionDecision;
import java.util.List;

/** Is a tool call after its check: decided, or refused because there is nothing to decide. Plain data. */
public sealed interface PlannedCall {

    /** Returns the call. */
    ToolCall call();

    /**
     * A valid call of an available tool, with the machine's decision.
     *
     * @param call the call
     * @param inputHash what an {@link Approval} is bound to, see {@link CallHash}
     * @param accesses all that the call touches
     * @param decision whether it may run
     */
    record Decided(ToolCall call, String inputHash, List<Access> accesses, PermissionDecision decision)
            implements PlannedCall {

        /** Copies the accesses. */
        public Decided {
            accesses = Json.list(accesses);
        }

        /** Returns whether the call changes nothing, so that it may run beside others. */
        public boolean onlyReads() {
            return accesses.stream()
                    .allMatch(access -> access instanceof Access.Read || access instanceof Access.Fetch);
        }
    }

    /**
     * A call of an unknown or unavailable tool, or with an input that the tool does not take.
     *
     * @param call the call
     * @param problem what to change, in words for the model
     */
    record Invalid(ToolCall call, String problem) implements PlannedCall {}
}
