package dev.cadre.core.definition;

import dev.cadre.tools.permission.Capabilities.Setting;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what two definitions let an agent do at most. */
public final class RightsComparison {

    private RightsComparison() {}

    /**
     * Returns in which ways the second definition allows more than the first, as sentences; empty if in none.
     *
     * <p>Careful rather than clever: rules are compared as they are written, so a rule that is narrower in another form
     * counts as wider.
     */
    public static List<String> widened(AgentDefinition before, AgentDefinition after) {
        List<String> ways = new ArrayList<>();
        tools(before, after, ways);
        lost("is no longer denied", before.disallowedTools(), denials(after), ways);
        lost("is no longer denied", before.rules().deny(), denials(after), ways);
        Set<PermissionRule> asked = denials(after);
        asked.addAll(after.rules().ask());
        lost("no longer asks", before.rules().ask(), asked, ways);
        capability(
                "network", before.capabilities().network(), after.capabilities().network(), ways);
        capability("mcp", before.capabilities().mcp(), after.capabilities().mcp(), ways);
        mode(before.permissionMode(), after.permissionMode(), ways);
        if (before.maxTurns().isPresent()
                && (after.maxTurns().isEmpty()
                        || after.maxTurns().getAsInt() > before.maxTurns().getAsInt())) {
            ways.add("the limit of " + before.maxTurns().getAsInt() + " turns is lost");
        }
        if (before.isolation().isPresent() && after.isolation().isEmpty()) {
            ways.add("the isolation is lost");
        }
        return ways;
    }

    private static void tools(AgentDefinition before, AgentDefinition after, List<String> ways) {
        if (!(before.tools() instanceof ToolSelection.Only held)) {
            return;
        }
        if (!(after.tools() instanceof ToolSelection.Only got)) {
            ways.add("the list of tools is lost, so all are inherited");
            return;
        }
        Set<PermissionRule> allowed = new HashSet<>(held.entries());
        Set<String> whole = new HashSet<>();
        held.entries().stream().filter(rule -> rule.specifier().isEmpty()).forEach(rule -> whole.add(rule.tool()));
        for (PermissionRule rule : got.entries()) {
            if (!allowed.contains(rule) && !whole.contains(rule.tool()) && !whole.contains("*")) {
                String way = "the tool " + shown(rule) + " is added";
                if (!ways.contains(way)) {
                    ways.add(way);
                }
            }
        }
    }

    // A word of another format may hide which tool it is.
    private static String shown(PermissionRule rule) {
        String text = rule.toString();
        return text.startsWith(rule.tool()) ? text : rule.tool() + " (" + text + ")";
    }

    private static Set<PermissionRule> denials(AgentDefinition definition) {
        Set<PermissionRule> denials = new HashSet<>(definition.disallowedTools());
        denials.addAll(definition.rules().deny());
        return denials;
    }

    private static void lost(String what, List<PermissionRule> before, Set<PermissionRule> after, List<String> ways) {
        Set<String> whole = new HashSet<>();
        after.stream().filter(rule -> rule.specifier().isEmpty()).forEach(rule -> whole.add(rule.tool()));
        for (PermissionRule rule : before) {
            if (!after.contains(rule) && !whole.contains(rule.tool()) && !whole.contains("*")) {
                ways.add(rule + " " + what);
            }
        }
    }

    private static void capability(String name, Setting before, Setting after, List<String> ways) {
        if (before == Setting.DENY && after != Setting.DENY) {
            ways.add("the denial of " + name + " is lost");
        }
    }

    // Modes have no order; only an equal one is surely no wider.
    private static void mode(Optional<PermissionMode> before, Optional<PermissionMode> after, List<String> ways) {
        boolean narrow = before.isPresent() && before.get() != PermissionMode.BYPASS_PERMISSIONS;
        if (narrow && !before.equals(after)) {
            ways.add("the permission mode " + before.get().word() + " is lost");
        }
    }
}
