package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.ProductNames;
import dev.cadre.core.format.ToolWords;
import dev.cadre.core.format.WrittenWords;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolNames;
import dev.cadre.tools.permission.ToolSelection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds entries of a list of tools that do not do what they seem to do. */
final class ToolsReview {

    // Claude Code takes these from every subagent.
    private static final Set<String> NEVER = Set.of(
            "AskUserQuestion",
            "EndConversation",
            "EnterPlanMode",
            "ExitPlanMode",
            "ScheduleWakeup",
            "TaskOutput",
            "WaitForMcpServers",
            "Workflow");

    private final Problems problems;
    private final DefinitionBuilder target;
    private final Dialect dialect;

    ToolsReview(Problems problems, DefinitionBuilder target, Dialect dialect) {
        this.problems = problems;
        this.target = target;
        this.dialect = dialect;
    }

    /** Reports them. */
    void report(Node.Mapping mapping) {
        Node tools = mapping.get("tools");
        if (tools == null || !(target.tools instanceof ToolSelection.Only only)) {
            return;
        }
        unresolved(tools, only.entries());
        shape(tools);
        names(tools, only.entries());
        Map<PermissionRule, String> seen = new HashMap<>();
        for (PermissionRule entry : only.entries()) {
            // Two names of one tool are no slip: another product may tell them apart.
            String first = seen.putIfAbsent(entry, entry.toString());
            if (entry.toString().equalsIgnoreCase(first) && !ToolWords.hasWords(dialect)) {
                problems.add(problems.at(
                                place(tools, entry),
                                DiagnosticCode.TOOLS_DUPLICATE,
                                "the tool " + entry + " stands twice in \"tools\"")
                        .found(entry.toString())
                        .advice("name it once"));
            }
            never(tools, entry);
            limit(tools, entry);
        }
    }

    private void unresolved(Node tools, List<PermissionRule> entries) {
        boolean written = tools instanceof Node.Sequence sequence
                ? !sequence.items().isEmpty()
                : tools instanceof Node.Scalar scalar
                        && !scalar.isNull()
                        && !ToolList.split(scalar.text()).isEmpty();
        boolean none = entries.stream().noneMatch(ToolsReview::isTool);
        if (written && none && !"[]".equals(Values.shown(tools).strip()) && !problems.hasErrors()) {
            problems.add(problems.at(
                            tools,
                            DiagnosticCode.TOOLS_UNRESOLVED,
                            "no entry of \"tools\" names a known tool, so the agent may have none; it never has all")
                    .found(Values.shown(tools))
                    .advice("name tools such as Read, or remove the key to inherit all"));
        }
    }

    // Some products do not start with, or refuse, a file whose tools have a shape that we read.
    private void shape(Node tools) {
        String refused = dialect == Dialect.OPENCODE && !(tools instanceof Node.Mapping)
                ? "opencode does not start with a list of tools; it takes a map that switches them"
                : dialect == Dialect.GEMINI && tools instanceof Node.Scalar
                        ? "Gemini CLI refuses the file, for it takes a list and no text"
                        : "";
        if (!refused.isEmpty()) {
            problems.add(problems.at(tools, DiagnosticCode.TOOLS_LENIENT, refused)
                    .found(Values.shown(tools))
                    .advice("write the tools in its own shape"));
        }
    }

    private void names(Node tools, List<PermissionRule> entries) {
        Set<String> refused = new LinkedHashSet<>();
        entries.stream()
                .map(PermissionRule::toString)
                .filter(word -> !ProductNames.isTool(dialect, word))
                .forEach(refused::add);
        if (!refused.isEmpty()) {
            problems.add(problems.at(
                            tools,
                            DiagnosticCode.TOOLS_LENIENT,
                            "the product of this format refuses the file for these names of tools: "
                                    + String.join(", ", refused))
                    .found(String.join(", ", refused))
                    .advice("use its own names, such as "
                            + String.join(
                                    ", ",
                                    WrittenWords.words(dialect).stream()
                                            .limit(4)
                                            .toList())));
        }
    }

    private static boolean isTool(PermissionRule rule) {
        String tool = rule.tool();
        return ToolNames.isKnown(tool) || tool.startsWith("mcp__") || tool.indexOf('*') >= 0;
    }

    private void never(Node tools, PermissionRule entry) {
        boolean taken = isClaude()
                ? NEVER.contains(entry.tool())
                        && !(entry.tool().equals("ExitPlanMode") && target.permissionMode == PermissionMode.PLAN)
                : dialect == Dialect.GEMINI && entry.tool().equals("Agent");
        if (taken) {
            problems.add(problems.at(
                            place(tools, entry),
                            DiagnosticCode.TOOLS_NEVER,
                            "the tool " + entry + " is never given to a subagent; it counts only for a main agent")
                    .found(entry.toString())
                    .advice("remove it, unless the agent is started as the main agent"));
        }
    }

    // Agent and Skill name what they may start, which the product holds to where the agent is the main one.
    private void limit(Node tools, PermissionRule entry) {
        boolean starts = entry.tool().equals("Agent") || entry.tool().equals("Skill");
        if (entry.specifier().isPresent() && isClaude() && !starts) {
            problems.add(problems.at(
                            place(tools, entry),
                            DiagnosticCode.TOOLS_LIMIT,
                            "every call of " + entry.tool() + " is limited to \""
                                    + entry.specifier().get()
                                    + "\" here; Claude Code itself makes the whole tool available")
                    .found(entry.toString())
                    .advice("for Claude Code, deny the other calls by a rule of its settings"));
        }
    }

    private boolean isClaude() {
        return dialect == Dialect.CLAUDE || dialect == Dialect.CLAUDE_JSON || dialect == Dialect.CLAUDE_PLUGIN;
    }

    // The last item that says so, or the list.
    private static Node place(Node tools, PermissionRule entry) {
        if (tools instanceof Node.Sequence sequence) {
            for (int i = sequence.items().size() - 1; i >= 0; i--) {
                Node item = sequence.items().get(i);
                if (item instanceof Node.Scalar scalar && scalar.text().strip().equals(entry.toString())) {
                    return item;
                }
            }
        }
        return tools;
    }
}
