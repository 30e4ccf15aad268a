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
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.RuleSyntaxException;
import dev.cadre.tools.permission.ToolNames;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lists of rules in the words of a dialect: a list, or a text with commas.
 *
 * <p>A path says which list it is, for what can't be read is worse where it denies.
 */
final class RuleLists {

    private final Problems problems;
    private final DefinitionBuilder target;
    private final Dialect dialect;

    RuleLists(Problems problems, DefinitionBuilder target, Dialect dialect) {
        this.problems = problems;
        this.target = target;
        this.dialect = dialect;
    }

    /** Returns whether a list has no value, after reporting it. */
    boolean isNull(String path, Node node) {
        if (!(node instanceof Node.Scalar scalar) || !scalar.isNull()) {
            return false;
        }
        closeIfTools(path);
        problems.add(problems.at(
                        node, DiagnosticCode.TOOLS_NULL, "\"" + path + "\" has no value; absent, empty and null differ")
                .advice("write [] for none, or remove the key to say nothing"));
        return true;
    }

    /** Returns the rules of a list; none after reporting that it has no value. */
    List<PermissionRule> orNone(String path, Node node) {
        return isNull(path, node) ? List.of() : rules(path, node);
    }

    /** Returns the rules of a list. */
    List<PermissionRule> rules(String path, Node node) {
        List<PermissionRule> rules = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                fromItem(path, item, rules);
            }
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
            for (String part : parts) {
                add(path, part, item, rules);
            }
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
                    .fix(unquoted(scalar, text)));
            text = text.substring(1, text.length() - 1);
        }
        for (String part : parts(path, text, scalar)) {
            add(path, ToolList.unquoted(part), scalar, rules);
        }
    }

    // Only in YAML are the items of such a list what they would be without the quotes around it.
    private Fix unquoted(Node.Scalar scalar, String list) {
        boolean yaml = DataFormat.of(problems.source().name()) == DataFormat.NONE;
        return yaml
                ? Fix.replace("remove the quotes", problems.span(scalar), list)
                : Fix.advice("write a list, with each name in quotes");
    }

    // A text counts as the list that it is.
    private List<String> parts(String path, String text, Node at) {
        List<String> parts = dialect == Dialect.SKILL ? ToolList.words(text) : ToolList.split(text);
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

    /** Adds what a word of the dialect means. */
    void add(String path, String text, Node at, List<PermissionRule> rules) {
        if (path.startsWith("tools") && namesNoServer(text)) {
            problems.add(problems.at(
                            at,
                            DiagnosticCode.TOOLS_UNKNOWN,
                            "\"" + text + "\" in \"" + path + "\" names no server; it grants nothing")
                    .found(text)
                    .advice("name a server, as in mcp__server__*"));
            return;
        }
        PermissionRule named = NamedRules.of(dialect, text);
        if (named != null) {
            rules.add(named);
            return;
        }
        try {
            List<PermissionRule> meant = new ArrayList<>();
            for (String word : isDenying(path) ? ToolWords.denied(dialect, text) : ToolWords.granted(dialect, text)) {
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

    // In the place of a server, Claude Code takes a wildcard in disallowedTools only.
    private static boolean namesNoServer(String tool) {
        int end = tool.indexOf("__", "mcp__".length());
        int wildcard = tool.indexOf('*');
        return tool.startsWith("mcp__") && wildcard >= 0 && (end < 0 || wildcard < end);
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
}
