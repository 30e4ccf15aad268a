package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.RuleSyntaxException;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the ways in which other dialects restrict agents. Where a meaning can't be expressed exactly, the narrower one is
 * taken.
 */
final class ForeignRestrictions {

    private static final List<String> CHANGING = List.of("Edit", "Write", "NotebookEdit", "Bash");

    // Qwen Code's words; "bubble" hands questions to the parent, which is what default does here.
    private static final Map<String, PermissionMode> APPROVAL_MODES = approvalModes();

    private final Problems problems;
    private final DefinitionBuilder target;
    private final ToolsBinder tools;

    ForeignRestrictions(Problems problems, DefinitionBuilder target, ToolsBinder tools) {
        this.problems = problems;
        this.target = target;
        this.tools = tools;
    }

    private static Map<String, PermissionMode> approvalModes() {
        Map<String, PermissionMode> modes = new LinkedHashMap<>();
        modes.put("default", PermissionMode.DEFAULT);
        modes.put("plan", PermissionMode.PLAN);
        modes.put("auto-edit", PermissionMode.ACCEPT_EDITS);
        modes.put("yolo", PermissionMode.BYPASS_PERMISSIONS);
        modes.put("bubble", PermissionMode.DEFAULT);
        return modes;
    }

    /** Reads opencode's actions: one for all, by tool, or by tool and pattern. */
    void actions(String path, Node node) {
        if (node instanceof Node.Scalar scalar) {
            action(path, "*", "", scalar);
        } else if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                byTool(path + "." + entry.key().text(), entry);
            }
        } else {
            wrong(path, node, List.of("allow", "ask", "deny"));
        }
    }

    private void byTool(String path, Node.Entry entry) {
        String tool = entry.key().text();
        if (entry.value() instanceof Node.Mapping patterns) {
            for (Node.Entry pattern : patterns.entries()) {
                String text = pattern.key().text();
                if (pattern.value() instanceof Node.Scalar scalar) {
                    action(path, tool, text.equals("*") ? "" : text, scalar);
                } else {
                    wrong(path + "." + text, pattern.value(), List.of("allow", "ask", "deny"));
                }
            }
        } else if (entry.value() instanceof Node.Scalar scalar) {
            action(path, tool, "", scalar);
        } else {
            wrong(path, entry.value(), List.of("allow", "ask", "deny"));
        }
    }

    // There, the last match wins; here, deny beats ask beats allow. What a later "allow" would open again stays closed.
    private void action(String path, String tool, String pattern, Node.Scalar action) {
        switch (action.text()) {
            case "deny" -> {
                if (pattern.isEmpty()) {
                    tools.deny(tool, action);
                } else {
                    add(Where.DENY, path, tool, pattern, action);
                }
            }
            case "ask" -> add(Where.ASK, path, tool, pattern, action);
            case "allow" -> add(Where.ALLOW, path, tool, pattern, action);
            default -> wrong(path, action, List.of("allow", "ask", "deny"));
        }
    }

    private enum Where {
        DENY,
        ASK,
        ALLOW
    }

    private void add(Where where, String path, String tool, String pattern, Node at) {
        List<PermissionRule> rules = new ArrayList<>();
        for (PermissionRule rule : tools.meant(where == Where.ALLOW ? "tools" : "disallowedTools", tool, at)) {
            try {
                PermissionRule scoped =
                        pattern.isEmpty() ? rule : PermissionRule.parse(rule.tool() + "(" + pattern + ")");
                if (where != Where.ALLOW
                        || PermissionRules.problemAsAllow(scoped).isEmpty()) {
                    rules.add(scoped);
                }
            } catch (RuleSyntaxException e) {
                problems.add(problems.at(
                                at,
                                DiagnosticCode.TOOLS_SYNTAX,
                                "\"" + path + "\": the pattern \"" + pattern + "\" can not be read: " + e.problem())
                        .found(pattern)
                        .advice("write a pattern that names commands or paths"));
            }
        }
        PermissionRules held = target.rules;
        target.rules(new PermissionRules(
                where == Where.DENY ? joined(held.deny(), rules) : held.deny(),
                where == Where.ASK ? joined(held.ask(), rules) : held.ask(),
                where == Where.ALLOW ? joined(held.allow(), rules) : held.allow()));
    }

    private static List<PermissionRule> joined(List<PermissionRule> first, List<PermissionRule> second) {
        List<PermissionRule> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    /** Reads Qwen Code's mode. */
    void approvalMode(String path, Node node) {
        PermissionMode mode = node instanceof Node.Scalar scalar ? APPROVAL_MODES.get(scalar.text()) : null;
        if (mode == null) {
            wrong(path, node, List.copyOf(APPROVAL_MODES.keySet()));
            return;
        }
        target.permissionMode(mode);
    }

    /** Reads Cursor's switch: what changes something is denied. */
    void readonly(String path, Node node, boolean on) {
        if (on) {
            CHANGING.forEach(tool -> tools.deny(tool, node));
            problems.add(problems.at(
                    node,
                    DiagnosticCode.VALUE_INERT,
                    "\"" + path + "\" is read as a denial of " + String.join(", ", CHANGING)));
        }
    }

    /** Reads Codex' sandbox: in a read-only one, what changes something is denied. */
    void sandboxMode(String path, Node node) {
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        switch (word) {
            case "read-only" -> readonly(path, node, true);
            case "workspace-write", "danger-full-access" ->
                problems.add(problems.at(
                        node,
                        DiagnosticCode.VALUE_INERT,
                        "\"" + path + "\" grants nothing; the host decides what the sandbox allows"));
            default -> wrong(path, node, List.of("read-only", "workspace-write", "danger-full-access"));
        }
    }

    /** Reads Roo Code's groups; one that is limited to some files is left out, because the limit can't be expressed. */
    void groups(String path, Node node) {
        if (!(node instanceof Node.Sequence sequence)) {
            wrong(path, node, List.of("read", "edit", "browser", "command", "mcp"));
            target.tools(ToolSelection.only(List.of()));
            return;
        }
        List<PermissionRule> rules = new ArrayList<>();
        for (Node item : sequence.items()) {
            if (item instanceof Node.Scalar scalar) {
                rules.addAll(tools.meant("tools", scalar.text(), item));
            } else {
                problems.add(problems.at(
                                item,
                                DiagnosticCode.TOOLS_LENIENT,
                                "a group with a limit on files can not be expressed; it grants nothing")
                        .advice("write a definition with rules such as Edit(docs/**)"));
            }
        }
        target.tools(ToolSelection.only(rules));
    }

    /** Reads which subagents may be called; a choice of some can't be expressed here, so none may. */
    void agents(String path, Node node, List<String> names) {
        if (names.contains("*")) {
            return;
        }
        tools.deny("Agent", node);
        if (!names.isEmpty()) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.TOOLS_LENIENT,
                            "\"" + path + "\" names some agents, which can not be expressed; no agent may be called")
                    .advice("write Agent(" + String.join(", ", names) + ") in the tools of a Claude Code definition"));
        }
    }

    private void wrong(String path, Node node, List<String> words) {
        problems.add(problems.at(
                        node,
                        DiagnosticCode.PERMISSION_VALUE,
                        "\"" + path + "\" must be one of " + String.join(", ", words) + ", found " + Values.kind(node))
                .found(Values.shown(node))
                .allowed(words)
                .advice("use one of these words"));
    }
}
