package dev.cadre.core.run;

import dev.cadre.tools.PlannedCall;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which literal calls somebody approved for always: the same tool with the same input, for commands in the same
 * folder. Never a pattern.
 *
 * <p>A host that runs several agents for one person may give all of them the same object. Nothing is stored on disk.
 * Thread-safe.
 */
public final class StandingApprovals {

    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    private StandingApprovals() {}

    /** Makes an empty memory. */
    public static StandingApprovals create() {
        return new StandingApprovals();
    }

    /** Remembers a call, if it may be: see {@link PlannedCall.Decided#standingKey()}. */
    void add(PlannedCall.Decided call) {
        call.standingKey().ifPresent(keys::add);
    }

    /** Returns whether the same literal call was approved for always. */
    boolean contains(PlannedCall.Decided call) {
        return call.standingKey().filter(keys::contains).isPresent();
    }
}
