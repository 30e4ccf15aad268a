package dev.cadre.tools.permission;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Optional;

/**
 * Holds the rules of one layer. Deny beats ask beats allow, whichever stands first and whichever is more specific.
 *
 * @param deny calls that must not run, in any mode
 * @param ask calls that need an approval, in any mode
 * @param allow calls that need none; without effect in a layer that does not approve
 */
public record PermissionRules(List<PermissionRule> deny, List<PermissionRule> ask, List<PermissionRule> allow) {

    /** No rule at all. */
    public static final PermissionRules NONE = new PermissionRules(List.of(), List.of(), List.of());

    /**
     * Copies the lists, in order.
     *
     * @throws RuleSyntaxException if a rule can't approve but stands under allow, see {@link #problemAsAllow}
     */
    public PermissionRules {
        deny = Json.list(deny);
        ask = Json.list(ask);
        allow = Json.list(allow);
        for (PermissionRule rule : allow) {
            problemAsAllow(rule).ifPresent(problem -> {
                throw new RuleSyntaxException(rule.toString(), problem);
            });
        }
    }

    /** Returns why a rule can't stand under allow, in words; empty if it can. */
    public static Optional<String> problemAsAllow(PermissionRule rule) {
        return rule.problemAsAllow();
    }

    /** Returns whether there is no rule. */
    public boolean isEmpty() {
        return deny.isEmpty() && ask.isEmpty() && allow.isEmpty();
    }
}
