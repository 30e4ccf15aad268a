package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ToolNames;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lists of tools in all shapes: text with commas, list, map with {@code allow} and {@code permissions}, map of
 * switches.
 *
 * <p>Whatever can't be read is an error: a list of tools restricts, and nothing about it is guessed.
 */
final class ToolsBinder {

    static final List<String> KEYS = List.of("allow", "deny", "permissions");

    private final Problems problems;
    private final DefinitionBuilder target;
    private final RuleLists lists;
    private final PermissionsBinder permissions;

    ToolsBinder(Problems problems, DefinitionBuilder target, Dialect dialect) {
        this.problems = problems;
        this.target = target;
        this.lists = new RuleLists(problems, target, dialect);
        this.permissions = new PermissionsBinder(problems, target, lists);
    }

    /** Reads the value of {@code tools}. */
    void tools(Node node) {
        if (lists.isNull("tools", node)) {
            return;
        }
        if (node instanceof Node.Mapping mapping) {
            if (!mapping.entries().isEmpty() && areSwitches(mapping)) {
                switches(mapping);
            } else {
                map(mapping);
            }
            return;
        }
        target.tools(ToolSelection.only(lists.rules("tools", node)));
    }

    /** Reads the value of {@code disallowedTools}. */
    void disallowed(Node node) {
        if (!lists.isNull("disallowedTools", node)) {
            List<PermissionRule> denied = new ArrayList<>(target.disallowedTools);
            denied.addAll(lists.rules("disallowedTools", node));
            target.disallowedTools(denied);
        }
    }

    /** Adds what a word of the dialect means to what is denied. */
    void deny(String word, Node at) {
        target.disallowedTools(AddedRules.joined(target.disallowedTools, meant("disallowedTools", word, at)));
    }

    /** Reads a list of what needs no approval; a definition can only wish for it. */
    void approved(String path, Node node) {
        List<PermissionRule> wished = new ArrayList<>();
        for (PermissionRule rule : lists.orNone(path, node)) {
            Optional<String> problem = PermissionRules.problemAsAllow(rule);
            if (problem.isEmpty()) {
                wished.add(rule);
            } else {
                problems.add(problems.at(
                        node,
                        DiagnosticCode.VALUE_INERT,
                        "in \"" + path + "\": \"" + rule + "\" approves nothing here: " + problem.get()));
            }
        }
        AddedRules.allow(target, wished);
    }

    /** Returns the rules that a word of the dialect means; none after reporting that it means nothing. */
    List<PermissionRule> meant(String path, String word, Node at) {
        List<PermissionRule> rules = new ArrayList<>();
        lists.add(path, word, at, rules);
        return rules;
    }

    /** Reads a map of permissions. */
    void permissions(String path, Node node) {
        permissions.bind(path, node);
    }

    private static boolean areSwitches(Node.Mapping mapping) {
        for (Node.Entry entry : mapping.entries()) {
            if (!PermissionsBinder.isSwitch(entry)) {
                return false;
            }
        }
        return true;
    }

    private void map(Node.Mapping mapping) {
        for (Node.Entry entry : mapping.entries()) {
            switch (entry.key().text()) {
                case "allow" -> {
                    if (!lists.isNull("tools.allow", entry.value())) {
                        target.tools(ToolSelection.only(lists.rules("tools.allow", entry.value())));
                    }
                }
                case "deny" -> disallowed(entry.value());
                case "permissions" -> permissions.bind("tools.permissions", entry.value());
                default -> unknown(entry);
            }
        }
        if (mapping.entries().isEmpty()) {
            target.tools(ToolSelection.only(List.of()));
        }
    }

    // The name of a tool there is a switch that can't be read.
    private void unknown(Node.Entry entry) {
        String key = entry.key().text();
        boolean tool = ToolNames.isKnown(ToolNames.normalize(key)) || key.indexOf('*') >= 0 || key.startsWith("mcp_");
        problems.add(
                tool
                        ? problems.at(
                                        entry.value(),
                                        DiagnosticCode.TOOLS_SHAPE,
                                        "\"tools." + key + "\" must be exactly true or false, found "
                                                + Values.kind(entry.value()))
                                .found(Values.shown(entry.value()))
                                .allowed(List.of("true", "false"))
                                .advice("write true or false, without quotes")
                        : problems.at(
                                        entry.key(),
                                        DiagnosticCode.TOOLS_SHAPE,
                                        "unknown key \"" + key + "\" in \"tools\"")
                                .found(key)
                                .allowed(KEYS)
                                .advice("use allow for the tools, or write them as a list"));
    }

    // As in opencode, where a map that only switches tools off leaves all others on, unless it switches off "*". A map
    // that switches some tools on is read as exactly those: the narrower of its two readings.
    private void switches(Node.Mapping mapping) {
        List<PermissionRule> on = new ArrayList<>();
        List<PermissionRule> off = new ArrayList<>(target.disallowedTools);
        boolean closed = false;
        for (Node.Entry entry : mapping.entries()) {
            boolean enabled = "true".equals(((Node.Scalar) entry.value()).text());
            if (!enabled && entry.key().text().equals("*")) {
                closed = true;
                continue;
            }
            lists.add(enabled ? "tools" : "disallowedTools", entry.key().text(), entry.key(), enabled ? on : off);
        }
        if (closed || !on.isEmpty()) {
            target.tools(ToolSelection.only(on));
        }
        target.disallowedTools(off);
    }
}
