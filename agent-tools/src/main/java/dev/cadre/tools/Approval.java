package dev.cadre.tools;

import java.time.Instant;
import java.util.Objects;

/**
 * Is a person's answer, or that of a program in a person's place, to one exact call. Plain data.
 *
 * <p>It answers an <em>ask</em> for the call whose id and input hash it bears, once, and before it expires; it never
 * passes a deny rule. {@link ToolExecutor} checks all of this again.
 *
 * @param callId the id of the call
 * @param inputHash the hash of the call, see {@link CallHash}
 * @param answer yes or no
 * @param reason why, in words for the model; may be empty
 * @param expiresAt from when on it counts as no
 */
public record Approval(String callId, String inputHash, Answer answer, String reason, Instant expiresAt) {

    /** Is yes or no. */
    public enum Answer {
        /** The call may run, once. */
        APPROVED,
        /** The call must not run. */
        DENIED
    }

    /** Refuses nulls. */
    public Approval {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(inputHash, "inputHash");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Returns whether this answers the given call. */
    boolean answers(PlannedCall.Decided planned) {
        return callId.equals(planned.call().id()) && inputHash.equals(planned.inputHash());
    }
}
