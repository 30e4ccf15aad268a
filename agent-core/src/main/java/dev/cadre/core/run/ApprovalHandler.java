package dev.cadre.core.run;

import dev.cadre.tools.PlannedCall;
import java.util.Objects;

/**
 * Answers for calls that the machine would not decide: a person, or a program in a person's place.
 *
 * <p>Implementations must answer for the call that they are shown and no other. They are called on a thread of their own
 * and may block; the run waits for some time, interrupts them, and takes silence for a no. An exception is a denial.
 */
@FunctionalInterface
public interface ApprovalHandler {

    /**
     * Answers for one call; its {@code decision().reason()} says why it is asked, its {@code preview()} shows what it would
     * do.
     */
    Answer answer(PlannedCall.Decided call);

    /** Is yes, yes for always, or no with a reason. */
    sealed interface Answer {

        /** The call may run, once. */
        record Yes() implements Answer {}

        /**
         * The call may run, and so may every later call that is literally the same, without asking. For commands
         * that can't be analysed, and for interpreters, it counts for this call alone.
         */
        record Always() implements Answer {}

        /**
         * The call must not run.
         *
         * @param reason why, in words for the model
         */
        record No(String reason) implements Answer {

            /** Refuses null. */
            public No {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }

    /** Returns a handler that denies everything, for hosts without a person. */
    static ApprovalHandler denyAll() {
        return call -> new Answer.No("nobody is here to approve it");
    }
}
