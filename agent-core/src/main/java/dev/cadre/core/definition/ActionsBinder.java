package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.RuleSyntaxException;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads opencode's actions: one for all, by tool, or by tool and pattern.
 *
 * <p>There the last match wins; here deny beats ask beats allow. What is denied first and opened later is read as the list
 * of what is open; where that can't be said, it stays closed, with a warning.
 */
final class ActionsBinder {

    static final List<String> ACTIONS = List.of("allow", "ask", "deny");

    // Conditions of a run rather than tools.
    private static final Set<String> CONDITIONS = Set.of("external_directory", "doom_loop");

    private final Problems problems;
    private final DefinitionBuilder target;
    private final ToolsBinder tools;
    private final ActionOrder order;
    private @Nullable List<PermissionRule> open;

    ActionsBinder(Problems problems, DefinitionBuilder target, ToolsBinder tools) {
        this.problems = problems;
        this.target = target;
        this.tools = tools;
        this.order = new ActionOrder(problems);
    }

    /** Reads the value; call it when the list of tools is known. */
    void bind(String path, Node node) {
        if (node instanceof Node.Scalar scalar) {
            action(path, "*", "", scalar);
        } else if (node instanceof Node.Mapping mapping) {
            int first = closing(mapping);
            open = first > 0 ? new ArrayList<>() : null;
            for (Node.Entry entry :
                    mapping.entries().subList(first, mapping.entries().size())) {
                byTool(path + "." + entry.key().text(), entry);
            }
            if (open != null) {
                target.tools(narrowed(target.tools, open));
            }
        } else {
            wrong(path, node);
        }
    }

    // Returns where what counts begins: after the last denial of everything, behind which the rest is opened again.
    private static int closing(Node.Mapping mapping) {
        int first = 0;
        for (int i = 0; i < mapping.entries().size(); i++) {
            Node.Entry entry = mapping.entries().get(i);
            boolean all = entry.key().text().equals("*") && entry.value() instanceof Node.Scalar;
            first = all && ((Node.Scalar) entry.value()).text().equals("deny") ? i + 1 : first;
        }
        return first;
    }

    private void byTool(String path, Node.Entry entry) {
        String tool = entry.key().text();
        if (CONDITIONS.contains(tool)) {
            condition(path, entry);
        } else if (entry.value() instanceof Node.Mapping patterns) {
            patterns(path, tool, patterns);
        } else if (entry.value() instanceof Node.Scalar scalar) {
            action(path, tool, "", scalar);
        } else {
            wrong(path, entry.value());
        }
    }

    private void patterns(String path, String tool, Node.Mapping patterns) {
        boolean closed = open != null;
        List<Node.Entry> opened = new ArrayList<>();
        for (Node.Entry entry : patterns.entries()) {
            if (!(entry.value() instanceof Node.Scalar scalar) || !ACTIONS.contains(scalar.text())) {
                wrong(path + "." + entry.key().text(), entry.value());
                return;
            }
            boolean all = entry.key().text().equals("*");
            closed = all ? scalar.text().equals("deny") : closed;
            if (all) {
                opened.clear();
            }
            if (!scalar.text().equals("deny")) {
                opened.add(entry);
            }
        }
        boolean limited = closed && !opened.isEmpty() && (open != null || isListed(tool, patterns));
        if (limited) {
            limit(path, tool, patterns, opened);
            return;
        }
        for (Node.Entry entry : patterns.entries()) {
            String pattern = entry.key().text().equals("*") ? "" : entry.key().text();
            action(path, tool, pattern, (Node.Scalar) entry.value());
        }
    }

    private boolean isListed(String tool, Node at) {
        return target.tools instanceof ToolSelection.Only only
                && only.entries().containsAll(tools.meant("tools", tool, at));
    }

    // Only what is opened behind the denial of all is available.
    private void limit(String path, String tool, Node.Mapping patterns, List<Node.Entry> opened) {
        List<PermissionRule> limits = new ArrayList<>();
        for (Node.Entry entry : patterns.entries()) {
            Node.Scalar action = (Node.Scalar) entry.value();
            String list = opened.contains(entry) ? "tools" : "disallowedTools";
            List<PermissionRule> rules = scoped(path, list, tool, entry.key().text(), action);
            if (opened.contains(entry)) {
                limits.addAll(rules);
                add(action.text(), rules);
            } else if (!entry.key().text().equals("*")) {
                add(action.text(), rules);
            }
        }
        if (open != null) {
            open.addAll(limits);
        } else {
            List<PermissionRule> whole = tools.meant("tools", tool, patterns);
            List<PermissionRule> left = new ArrayList<>(((ToolSelection.Only) target.tools).entries());
            left.removeAll(whole);
            left.addAll(limits);
            target.tools(ToolSelection.only(left));
        }
    }

    private void action(String path, String tool, String pattern, Node.Scalar action) {
        if (!ACTIONS.contains(action.text())) {
            wrong(path, action);
            return;
        }
        order.check(path, tool, pattern, action);
        boolean denies = action.text().equals("deny");
        if (denies && pattern.isEmpty()) {
            tools.deny(tool, action);
            return;
        }
        if (open != null && !denies) {
            open.addAll(scoped(path, "tools", tool, pattern, action));
        }
        add(
                action.text(),
                scoped(path, action.text().equals("allow") ? "tools" : "disallowedTools", tool, pattern, action));
    }

    private void add(String action, List<PermissionRule> rules) {
        switch (action) {
            case "deny" -> AddedRules.deny(target, rules);
            case "ask" -> AddedRules.ask(target, rules);
            default ->
                AddedRules.allow(
                        target,
                        rules.stream()
                                .filter(rule ->
                                        PermissionRules.problemAsAllow(rule).isEmpty())
                                .toList());
        }
    }

    private List<PermissionRule> scoped(String path, String list, String tool, String pattern, Node at) {
        List<PermissionRule> rules = new ArrayList<>();
        for (PermissionRule rule : tools.meant(list, tool, at)) {
            try {
                boolean whole = pattern.isEmpty() || pattern.equals("*");
                rules.add(whole ? rule : PermissionRule.parse(rule.tool() + "(" + pattern + ")"));
            } catch (RuleSyntaxException e) {
                problems.add(problems.at(
                                at,
                                DiagnosticCode.TOOLS_SYNTAX,
                                "\"" + path + "\": the pattern \"" + pattern + "\" can not be read: " + e.problem())
                        .found(pattern)
                        .advice("write a pattern that names commands or paths"));
            }
        }
        return rules;
    }

    private static ToolSelection narrowed(ToolSelection held, List<PermissionRule> open) {
        if (!(held instanceof ToolSelection.Only only)) {
            return ToolSelection.only(AddedRules.joined(open, List.of()));
        }
        List<PermissionRule> both = new ArrayList<>();
        for (PermissionRule rule : only.entries()) {
            open.stream()
                    .filter(opened -> opened.tool().equals(rule.tool()))
                    .forEach(opened -> both.add(opened.specifier().isPresent() ? opened : rule));
        }
        return ToolSelection.only(AddedRules.joined(both, List.of()));
    }

    private void condition(String path, Node.Entry entry) {
        boolean allows =
                entry.value() instanceof Node.Scalar scalar && scalar.text().equals("allow");
        if (!allows) {
            problems.add(problems.at(
                            entry.key(),
                            DiagnosticCode.PERMISSION_LOST,
                            "\"" + path + "\" is about no tool and can not be expressed; the host decides")
                    .found(Values.shown(entry.value()))
                    .advice("set it in the host, such as by its rules on paths"));
        }
    }

    private void wrong(String path, Node node) {
        Values.notOneOf(problems, path, node, ACTIONS);
    }
}
