package dev.cadre.core.definition;

import dev.cadre.tools.permission.Capabilities.Setting;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.Collection;
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
        lost("is no longer denied", available(before.disallowedTools(), after), denials(after), ways);
        lost("is no longer denied", available(before.rules().deny(), after), denials(after), ways);
        Set<PermissionRule> asked = denials(after);
        asked.addAll(after.rules().ask());
        lost("no longer asks", available(before.rules().ask(), after), asked, ways);
        capability(
                "network", before.capabilities().network(), after.capabilities().network(), ways);
        capability("mcp", before.capabilities().mcp(), after.capabilities().mcp(), ways);
        mode(before.permissionMode(), after.permissionMode(), ways);
        if (before.maxTurns().isPresent()
                && (after.maxTurns().isEmpty()
                        || after.maxTurns().getAsInt() > before.maxTurns().getAsInt())) {
            ways.add("the limit of " + before.maxTurns().getAsInt() + " turns is lost");
        }
        if (before.timeout().isPresent()
                && (after.timeout().isEmpty()
                        || after.timeout().get().compareTo(before.timeout().get()) > 0)) {
            ways.add("the time limit of " + before.timeout().get() + " is lost");
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
        Set<String> whole = whole(held.entries());
        for (PermissionRule rule : got.entries()) {
            if (!allowed.contains(rule) && !isCovered(rule, whole)) {
                String way = "the tool " + shown(rule) + " is added";
                if (!ways.contains(way)) {
                    ways.add(way);
                }
            }
        }
    }

    private static Set<String> whole(Collection<PermissionRule> rules) {
        Set<String> whole = new HashSet<>();
        rules.stream().filter(rule -> rule.specifier().isEmpty()).forEach(rule -> whole.add(name(rule)));
        return whole;
    }

    private static boolean isCovered(PermissionRule rule, Set<String> whole) {
        return whole.contains(name(rule))
                || whole.contains("*")
                || (whole.contains("mcp__*") && rule.tool().startsWith("mcp__"));
    }

    // A rule on paths is about every tool that reads or writes, its bare name about one tool.
    private static boolean governs(PermissionRule rule, Set<String> whole) {
        List<String> governed = rule.specifier().isEmpty() || whole.contains("*")
                ? List.of()
                : rule.tool().equals("Edit")
                        ? List.of("Edit", "Write", "NotebookEdit")
                        : rule.tool().equals("Read") ? List.of("Read", "Glob", "Grep") : List.of();
        return whole.containsAll(governed) && isCovered(rule, whole);
    }

    // A colon before the last star of a command is an older way to write a blank.
    private static boolean isSpelledOtherwise(PermissionRule rule, Set<PermissionRule> rules) {
        String specifier = rule.specifier().orElse("");
        return rule.tool().equals("Bash")
                && specifier.endsWith(":*")
                && rules.contains(PermissionRule.parse(
                        "Bash(" + specifier.substring(0, specifier.length() - ":*".length()) + " *)"));
    }

    // A server is all of its tools: mcp__docs and mcp__docs__* are the same.
    private static String name(PermissionRule rule) {
        String tool = rule.tool();
        boolean all = tool.startsWith("mcp__") && tool.endsWith("__*") && tool.length() > "mcp__".length() + 1;
        return all ? tool.substring(0, tool.length() - "__*".length()) : tool;
    }

    // A word of another format may hide which tool it is.
    private static String shown(PermissionRule rule) {
        String text = rule.toString();
        return text.startsWith(rule.tool()) ? text : rule.tool() + " (" + text + ")";
    }

    // What a definition does not make available needs no rule; a rule of files is about more than one tool.
    private static List<PermissionRule> available(List<PermissionRule> rules, AgentDefinition definition) {
        if (!(definition.tools() instanceof ToolSelection.Only only)) {
            return rules;
        }
        return rules.stream()
                .filter(rule -> rule.specifier().isPresent()
                        || rule.tool().indexOf('*') >= 0
                        || only.entries().stream().anyMatch(entry -> mayMean(entry, rule)))
                .toList();
    }

    private static boolean mayMean(PermissionRule entry, PermissionRule rule) {
        int star = entry.tool().indexOf('*');
        return star >= 0
                ? rule.tool().startsWith(entry.tool().substring(0, star))
                : entry.tool().equals(rule.tool()) || name(entry).equals(name(rule));
    }

    private static Set<PermissionRule> denials(AgentDefinition definition) {
        Set<PermissionRule> denials = new HashSet<>(definition.disallowedTools());
        denials.addAll(definition.rules().deny());
        return denials;
    }

    private static void lost(String what, List<PermissionRule> before, Set<PermissionRule> after, List<String> ways) {
        Set<String> whole = whole(after);
        for (PermissionRule rule : before) {
            if (!after.contains(rule) && !governs(rule, whole) && !isSpelledOtherwise(rule, after)) {
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
