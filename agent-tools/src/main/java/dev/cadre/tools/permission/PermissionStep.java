package dev.cadre.tools.permission;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is one consideration that led to a decision. Immutable. */
public final class PermissionStep {

    private final Verdict verdict;
    private final String reason;
    private final @Nullable String rule;
    private final @Nullable String layer;
    private final @Nullable String part;

    PermissionStep(
            Verdict verdict, String reason, @Nullable String rule, @Nullable String layer, @Nullable String part) {
        this.verdict = Objects.requireNonNull(verdict, "verdict");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.rule = rule;
        this.layer = layer;
        this.part = part;
    }

    /** Returns what it speaks for. */
    public Verdict verdict() {
        return verdict;
    }

    /** Returns why, in words for people. */
    public String reason() {
        return reason;
    }

    /** Returns the rule as it was written; empty if none is behind it. */
    public Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

    /** Returns the name of the layer that said so; empty if it holds whatever layers say. */
    public Optional<String> layer() {
        return Optional.ofNullable(layer);
    }

    /** Returns the part of the call that is meant: a command, a path, an address; empty for the whole call. */
    public Optional<String> part() {
        return Optional.ofNullable(part);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PermissionStep that
                && verdict == that.verdict
                && reason.equals(that.reason)
                && Objects.equals(rule, that.rule)
                && Objects.equals(layer, that.layer)
                && Objects.equals(part, that.part);
    }

    @Override
    public int hashCode() {
        return Objects.hash(verdict, reason, rule, layer, part);
    }

    /** Returns verdict, reason, rule and layer in one line. */
    @Override
    public String toString() {
        return verdict.word() + ": " + reason + (layer == null ? "" : " [" + layer + "]");
    }
}
