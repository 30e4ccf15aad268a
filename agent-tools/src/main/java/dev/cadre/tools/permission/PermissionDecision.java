package dev.cadre.tools.permission;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Optional;

/**
 * Is the machine's decision on one call, with everything that led to it. Immutable.
 *
 * <p>The verdict is the strictest of all steps, and the first step with that verdict gives reason, rule, layer and part.
 */
public final class PermissionDecision {

    private final PermissionStep deciding;
    private final List<PermissionStep> chain;

    PermissionDecision(PermissionStep deciding, List<PermissionStep> chain) {
        this.deciding = deciding;
        this.chain = Json.list(chain);
    }

    /** Returns what may happen to the call. */
    public Verdict verdict() {
        return deciding.verdict();
    }

    /** Returns why, in a sentence for people. */
    public String reason() {
        return deciding.reason();
    }

    /** Returns the rule that decided, as it was written; empty if a mode or an invariant did. */
    public Optional<String> rule() {
        return deciding.rule();
    }

    /** Returns the name of the layer that decided; empty if an invariant did. */
    public Optional<String> layer() {
        return deciding.layer();
    }

    /** Returns the part of the call that decided: a command, a path, an address; empty for the whole call. */
    public Optional<String> part() {
        return deciding.part();
    }

    /** Returns everything that was considered, in order, for explanations. Never empty. */
    public List<PermissionStep> chain() {
        return chain;
    }

    /** Returns verdict and reason in one line. */
    @Override
    public String toString() {
        return deciding.toString();
    }
}
