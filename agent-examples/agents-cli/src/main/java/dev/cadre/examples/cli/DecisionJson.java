package dev.cadre.examples.cli;

import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.permission.PermissionDecision;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            String tool = invalid.call().name();
            boolean withheld = !policy.isAvailable(tool);
            answer.put("decision", withheld ? "deny" : "error");
            answer.put("reason", invalid.problem());
        }
        return answer;
    }

    static Object chain(PlannedCall planned) {
        return planned instanceof PlannedCall.Decided decided
                ? decided.decision().chain().stream()
                        .map(PermissionStep::toString)
                        .toList()
                : List.of();
    }
}
