package dev.cadre.tools.permission;

import java.util.Objects;

/**
 * Says that a rule does less, or more, than its author will have meant. The policy works all the same.
 *
 * @param kind what is odd
 * @param layer the name of the layer that holds the rule
 * @param rule the rule
 * @param message the problem and what to do, in a sentence for people
 */
public record PermissionFinding(Kind kind, String layer, PermissionRule rule, String message) {

    /** Says what is odd about a rule. More kinds may follow. */
    public enum Kind {
        /** An allow rule stands in a layer that does not approve. */
        INERT,
        /** A rule that comes before always decides. */
        SHADOWED,
        /** The rule's tool is not available. */
        UNAVAILABLE,
        /** No call can ever match. */
        UNREACHABLE,
        /** The tool's name is not known but resembles one that is. */
        MISSPELT,
        /** An approval means more than it seems to. */
        TOO_BROAD,
        /** A restriction means less than it seems to. */
        TOO_NARROW
    }

    /** Refuses nulls. */
    public PermissionFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }
}
