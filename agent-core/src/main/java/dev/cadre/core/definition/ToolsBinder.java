package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.ToolWords;
import dev.cadre.core.source.Limits;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.RuleSyntaxException;
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

    private final Problems problems;
    private final DefinitionBuilder target;
    private final Dialect dialect;

    ToolsBinder(Problems problems, DefinitionBuilder target, Dialect dialect) {
        this.dialect = dialect;
        this.problems = problems;
        this.target = target;
    }

    /** Reads the value of {@code tools}. */
    void tools(Node node) {
        if (isNull("tools", node)) {
            return;
        }
        if (node instanceof Node.Mapping mapping) {
            if (!mapping.entries().isEmpty() && mapping.entries().stream().allMatch(ToolsBinder::isSwitch)) {
                switches(mapping);
            } else {
                map(mapping);
            }
            return;
        }
        target.tools(ToolSelection.only(rules("tools", node)));
    }

    /** Reads the value of {@code disallowedTools}. */
    void disallowed(Node node) {
        if (!isNull("disallowedTools", node)) {
            List<PermissionRule> denied = new ArrayList<>(target.disallowedTools);
            denied.addAll(rules("disallowedTools", node));
            target.disallowedTools(denied);
        }
    }

    /** Adds what a word of the dialect means to what is denied. */
    void deny(String word, Node at) {
        List<PermissionRule> denied = new ArrayList<>(target.disallowedTools);
        rule("disallowedTools", word, at, denied);
        target.disallowedTools(denied);
    }

    /** Reads a list of what needs no approval; a definition can only wish for it. */
    void approved(String path, Node node) {
        PermissionRules held = target.rules;
        List<PermissionRule> wished = new ArrayList<>(held.allow());
        for (PermissionRule rule : restricting(path, node)) {
            if (PermissionRules.problemAsAllow(rule).isEmpty()) {
                wished.add(rule);
            }
        }
        target.rules(new PermissionRules(held.deny(), held.ask(), wished));
    }

    /** Returns the rules that a word of the dialect means; none after reporting that it means nothing. */
    List<PermissionRule> meant(String path, String word, Node at) {
        List<PermissionRule> rules = new ArrayList<>();
        rule(path, word, at, rules);
        return rules;
    }

    /** Warns of tools that are made available and denied at once. */
    void warnOfConflicts(Node.Mapping mapping) {
        if (!(target.tools instanceof ToolSelection.Only only)) {
            return;
        }
        List<String> both = only.entries().stream()
                .filter(entry -> target.disallowedTools.stream()
                        .anyMatch(denied -> denied.tool().equals(entry.tool())
                                && denied.specifier().isEmpty()))
                .map(PermissionRule::toString)
                .distinct()
                .toList();
        if (!both.isEmpty()) {
            Node at = mapping.get("tools");
            problems.add(problems.at(
                            at == null ? mapping : at,
                            DiagnosticCode.TOOLS_CONFLICT,
                            "made available and denied, hence denied: " + String.join(", ", both)
                                    + (both.size() == only.entries().size() ? "; no tool is left" : ""))
                    .advice("name each tool in one of the lists"));
        }
    }

    /** Reads a map of permissions. */
    void permissions(String path, Node node) {
        if (isNull(path, node)) {
            return;
        }
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.PERMISSION_VALUE,
                            "\"" + path + "\" must be keys and values, found " + Values.kind(node))
                    .advice("write network: false or mcp: false below it"));
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            permission(path, entry);
        }
    }

    private void permission(String path, Node.Entry entry) {
        String key = entry.key().text();
        Capabilities held = target.capabilities;
        PermissionRules rules = target.rules;
        String own = path + "." + key;
        switch (key) {
            case "network" ->
                target.capabilities(new Capabilities(held.network().and(setting(path, entry)), held.mcp()));
            case "mcp" ->
                target.capabilities(new Capabilities(held.network(), held.mcp().and(setting(path, entry))));
            case "deny" ->
                target.rules(new PermissionRules(restricting(own, entry.value()), rules.ask(), rules.allow()));
            case "ask" ->
                target.rules(new PermissionRules(rules.deny(), restricting(own, entry.value()), rules.allow()));
            case "allow" -> target.rules(new PermissionRules(rules.deny(), rules.ask(), approving(own, entry.value())));
            default -> unknownPermission(path, entry.key());
        }
    }

    private List<PermissionRule> restricting(String path, Node node) {
        return isNull(path, node) ? List.of() : rules(path, node);
    }

    private List<PermissionRule> approving(String path, Node node) {
        List<PermissionRule> rules = new ArrayList<>();
        for (PermissionRule rule : restricting(path, node)) {
            Optional<String> problem = PermissionRules.problemAsAllow(rule);
            problem.ifPresent(words -> problems.add(problems.at(
                            node,
                            DiagnosticCode.TOOLS_SYNTAX,
                            "in \"" + path + "\": \"" + rule + "\" can not approve: " + words)
                    .found(rule.toString())
                    .advice("name the tool, or remove the rule")));
            if (problem.isEmpty()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private void map(Node.Mapping mapping) {
        for (Node.Entry entry : mapping.entries()) {
            switch (entry.key().text()) {
                case "allow" -> {
                    if (!isNull("tools.allow", entry.value())) {
                        target.tools(ToolSelection.only(rules("tools.allow", entry.value())));
                    }
                }
                case "deny" -> disallowed(entry.value());
                case "permissions" -> permissions("tools.permissions", entry.value());
                default ->
                    problems.add(problems.at(
                                    entry.key(),
                                    DiagnosticCode.TOOLS_SHAPE,
                                    "unknown key \"" + entry.key().text() + "\" in \"tools\"")
                            .found(entry.key().text())
                            .allowed(List.of("allow", "deny", "permissions"))
                            .advice("use allow for the tools, or write them as a list"));
            }
        }
        if (mapping.entries().isEmpty()) {
            target.tools(ToolSelection.only(List.of()));
        }
    }

    // As in opencode, where a map that only switches tools off leaves all others on, unless it switches off "*". A map
    // that
    // switches some tools on is read as exactly those: the narrower of its two readings.
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
            rule(enabled ? "tools" : "disallowedTools", entry.key().text(), entry.key(), enabled ? on : off);
        }
        if (closed || !on.isEmpty()) {
            target.tools(ToolSelection.only(on));
        }
        target.disallowedTools(off);
    }

    private static boolean isSwitch(Node.Entry entry) {
        return entry.value() instanceof Node.Scalar scalar
                && scalar.style() == Node.Style.PLAIN
                && (scalar.text().equals("true") || scalar.text().equals("false"));
    }

    private boolean isNull(String path, Node node) {
        if (!(node instanceof Node.Scalar scalar) || !scalar.isNull()) {
            return false;
        }
        closeIfTools(path);
        problems.add(problems.at(
                        node, DiagnosticCode.TOOLS_NULL, "\"" + path + "\" has no value; absent, empty and null differ")
                .advice("write [] for none, or remove the key to say nothing"));
        return true;
    }

    private List<PermissionRule> rules(String path, Node node) {
        List<PermissionRule> rules = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> fromItem(path, item, rules));
        } else if (node instanceof Node.Scalar scalar) {
            fromText(path, scalar, rules);
        } else {
            shape(path, node);
        }
        return rules;
    }

    private void fromItem(String path, Node item, List<PermissionRule> rules) {
        if (item instanceof Node.Scalar scalar && !scalar.isNull() && !isTruth(scalar)) {
            List<String> parts = parts(path, scalar.text(), item);
            if (parts.size() > 1) {
                problems.add(problems.at(
                                item,
                                DiagnosticCode.TOOLS_LENIENT,
                                "an item of \"" + path + "\" holds several tools; it is read as " + parts.size())
                        .found(scalar.text())
                        .advice("write one tool an item"));
            }
            parts.forEach(part -> rule(path, part, item, rules));
        } else {
            shape(path, item);
        }
    }

    private void fromText(String path, Node.Scalar scalar, List<PermissionRule> rules) {
        if (isTruth(scalar)) {
            shape(path, scalar);
            return;
        }
        String text = scalar.text().strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            problems.add(problems.at(
                            scalar,
                            DiagnosticCode.TOOLS_LENIENT,
                            "\"" + path + "\" is a text that looks like a list; it is read as that list")
                    .found(text)
                    .fix(Fix.replace("remove the quotes", problems.span(scalar), text)));
            text = text.substring(1, text.length() - 1);
        }
        for (String part : parts(path, text, scalar)) {
            rule(path, ToolList.unquoted(part), scalar, rules);
        }
    }

    // A text counts as the list that it is.
    private List<String> parts(String path, String text, Node at) {
        List<String> parts = ToolList.split(text);
        int most = Limits.DEFAULT.values();
        if (parts.size() <= most) {
            return parts;
        }
        problems.add(problems.at(
                        at,
                        DiagnosticCode.YAML_TOO_MANY_VALUES,
                        "\"" + path + "\" names " + parts.size() + " tools; at most " + most + " are read")
                .advice("name fewer tools, or use patterns such as mcp__server__*"));
        return List.of();
    }

    private void rule(String path, String text, Node at, List<PermissionRule> rules) {
        try {
            List<PermissionRule> meant = new ArrayList<>();
            for (String word : ToolWords.meaning(dialect, text)) {
                PermissionRule rule = PermissionRule.parse(word);
                meant.add(word.equals(text) ? rule : rule.shownAs(text));
            }
            warnIfUnknown(path, meant.get(0), at);
            rules.addAll(meant);
        } catch (RuleSyntaxException e) {
            // A name with blanks is no tool of anybody's, so in a list of what is allowed it grants nothing.
            boolean harmless = !isDenying(path) && text.indexOf('(') < 0 && text.indexOf(')') < 0;
            Diagnostic.Builder problem = problems.at(
                            at,
                            harmless ? DiagnosticCode.TOOLS_UNKNOWN : DiagnosticCode.TOOLS_SYNTAX,
                            "in \"" + path + "\": " + e.getMessage() + (harmless ? "; it grants nothing" : ""))
                    .found(text)
                    .advice("write tool names such as Read or Bash(git status:*), with commas between them");
            problems.add(problem);
        }
    }

    private void warnIfUnknown(String path, PermissionRule rule, Node at) {
        String tool = rule.tool();
        if (ToolNames.isKnown(tool) || tool.startsWith("mcp__") || tool.indexOf('*') >= 0) {
            return;
        }
        boolean denies = isDenying(path);
        Optional<String> near = ToolNames.nearest(tool);
        Diagnostic.Builder problem = problems.at(
                        at,
                        DiagnosticCode.TOOLS_UNKNOWN,
                        "no tool is called \"" + tool + "\""
                                + (denies ? "; nothing is denied by it" : "; it grants nothing"))
                .found(rule.toString());
        near.ifPresent(meant -> problem.advice("did you mean " + meant + "?"));
        problems.add(denies && near.isPresent() ? problem.severity(Severity.ERROR) : problem);
    }

    private static boolean isDenying(String path) {
        return path.startsWith("disallowed") || path.endsWith(".deny") || path.endsWith(".ask");
    }

    // What could be read of a refused definition must not show more tools than its author wrote.
    private void closeIfTools(String path) {
        if (path.startsWith("tools")) {
            target.tools(ToolSelection.only(List.of()));
        }
    }

    private void shape(String path, Node node) {
        closeIfTools(path);
        problems.add(problems.at(
                        node,
                        DiagnosticCode.TOOLS_SHAPE,
                        "\"" + path + "\" can not be read: found " + Values.kind(node))
                .found(Values.shown(node))
                .advice("write the names of tools, as a list or with commas between them"));
    }

    private static boolean isTruth(Node.Scalar scalar) {
        return scalar.style() == Node.Style.PLAIN && scalar.toJson() instanceof Boolean;
    }

    private Capabilities.Setting setting(String path, Node.Entry entry) {
        if (isSwitch(entry)) {
            boolean allowed = ((Node.Scalar) entry.value()).text().equals("true");
            return allowed ? Capabilities.Setting.ALLOW : Capabilities.Setting.DENY;
        }
        problems.add(problems.at(
                        entry.value(),
                        DiagnosticCode.PERMISSION_VALUE,
                        "\"" + path + "." + entry.key().text() + "\" must be exactly true or false, found "
                                + Values.kind(entry.value()))
                .found(Values.shown(entry.value()))
                .allowed(List.of("true", "false"))
                .advice("write true or false, without quotes"));
        return Capabilities.Setting.DENY;
    }

    private void unknownPermission(String path, Node.Scalar key) {
        problems.add(problems.at(
                        key,
                        DiagnosticCode.PERMISSION_KEY,
                        "unknown permission \"" + key.text() + "\" in \"" + path + "\"")
                .found(key.text())
                .allowed(List.of("network", "mcp", "deny", "ask", "allow"))
                .advice("correct the key or remove it"));
    }
}
