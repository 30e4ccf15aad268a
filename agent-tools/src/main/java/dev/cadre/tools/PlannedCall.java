package dev.cadre.tools;

import dev.cadre.llm.Json;
import dev.cadre.llm.ToolCall;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.PermissionDecision;
import java.util.List;
import java.util.Optional;

/** Is a tool call after its check: decided, or refused because there is nothing to decide. Plain data. */
public sealed interface PlannedCall {

    /** Returns the call. */
    ToolCall call();

    /**
     * A valid call of an available tool, with the machine's decision.
     *
     * @param call the call
     * @param inputHash what an {@link Approval} is bound to: see {@link CallHash}; for a command that starts elsewhere than
     *     in the workspace's root, its folder counts as well
     * @param accesses all that the call touches
     * @param decision whether it may run
     * @param preview lines for a person who is asked: the analysed command, or a diff of the file; may be empty
     */
    record Decided(
            ToolCall call, String inputHash, List<Access> accesses, PermissionDecision decision, List<String> preview)
            implements PlannedCall {

        /** Copies the lists. */
        public Decided {
            accesses = Json.list(accesses);
            preview = Json.list(preview);
        }

        /** Makes a call without a preview. */
        public Decided(ToolCall call, String inputHash, List<Access> accesses, PermissionDecision decision) {
            this(call, inputHash, accesses, decision, List.of());
        }

        /**
         * Returns what an approval of every later call that is literally the same may be kept under; empty if none may be:
         * for a command that can't be analysed, or that runs an interpreter or another program of which the analysis can't
         * tell what it runs.
         */
        public Optional<String> standingKey() {
            StringBuilder key = new StringBuilder(inputHash);
            for (Access access : accesses) {
                if (access instanceof Access.Command command) {
                    if (!CommandPreview.isComplete(command)) {
                        return Optional.empty();
                    }
                    key.append('\n').append(command.directory());
                }
            }
            return Optional.of(key.toString());
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
