package dev.cadre.examples.cli;

import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.permission.PermissionDecision;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what was decided on one call. */
final class DecisionJson {

    private DecisionJson() {}

    static Map<String, Object> of(String id, PlannedCall planned, PermissionPolicy policy) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        if (planned instanceof PlannedCall.Decided decided) {
            PermissionDecision decision = decided.decision();
            answer.put("decision", decision.verdict().word());
            decision.rule().ifPresent(rule -> answer.put("rule", rule));
            answer.put("reason", decision.reason());
        } else if (planned instanceof PlannedCall.Invalid invalid) {
            Optional<PermissionStep> withheld =
                    policy.unavailability(invalid.call().name());
            answer.put("decision", withheld.isPresent() ? "deny" : "error");
            withheld.flatMap(PermissionStep::rule).ifPresent(rule -> answer.put("rule", rule));
            answer.put("reason", withheld.map(PermissionStep::reason).orElse(invalid.problem()));
        }
        return answer;
    }

    static Object chain(PlannedCall planned, PermissionPolicy policy) {
        List<PermissionStep> steps = planned instanceof PlannedCall.Decided decided
                ? decided.decision().chain()
                : policy.unavailability(planned.call().name()).stream().toList();
        return steps.stream().map(PermissionStep::toString).toList();
    }
}
