package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds tools that are made available and denied at once. */
final class ToolConflicts {

    private ToolConflicts() {}

    /** Warns of them. */
    static void report(Problems problems, DefinitionBuilder target, Node.Mapping mapping) {
        if (target.disallowedTools.isEmpty() || !(target.tools instanceof ToolSelection.Only only)) {
            return;
        }
        Set<String> both = new LinkedHashSet<>();
        int left = 0;
        for (PermissionRule entry : only.entries()) {
            boolean denied = isDenied(entry, target.disallowedTools);
            left += denied ? 0 : 1;
            if (denied) {
                both.add(entry.toString());
            }
        }
        if (both.isEmpty()) {
            return;
        }
        Node at = mapping.get("tools");
        problems.add(problems.at(
                        at == null ? mapping : at,
                        DiagnosticCode.TOOLS_CONFLICT,
                        "made available and denied, hence denied: " + String.join(", ", both)
                                + (left == 0 ? "; no tool is left" : ""))
                .advice("name each tool in one of the lists"));
    }

    private static boolean isDenied(PermissionRule entry, List<PermissionRule> denied) {
        for (PermissionRule rule : denied) {
            if (rule.tool().equals(entry.tool()) && rule.specifier().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
