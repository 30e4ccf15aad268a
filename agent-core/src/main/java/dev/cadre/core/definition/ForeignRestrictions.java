package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
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

    private static final List<String> APPROVAL_POLICIES =
            List.of("untrusted", "on-failure", "on-request", "granular", "never");

    private static final List<String> GROUPS = List.of("read", "edit", "browser", "command", "mcp");

    private static final List<String> WEB_SEARCHES = List.of("disabled", "cached", "live");

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

    /** Reads Qwen Code's mode. */
    void approvalMode(String path, Node node) {
        PermissionMode mode = node instanceof Node.Scalar scalar ? APPROVAL_MODES.get(scalar.text()) : null;
        if (mode == null) {
            wrong(path, node, List.copyOf(APPROVAL_MODES.keySet()));
            return;
        }
        mode(path, node, mode);
    }

    /** Sets the mode; two keys that say different ones are an error, for modes have no order. */
    void mode(String path, Node node, PermissionMode mode) {
        if (target.permissionMode != null && target.permissionMode != mode) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.PERMISSION_MODE,
                            "\"" + path + "\" asks for another permission mode than the other key does: "
                                    + target.permissionMode.word())
                    .found(Values.shown(node))
                    .advice("keep one of the two keys"));
            return;
        }
        target.permissionMode(mode);
    }

    /** Reads when Codex asks; that it trusts nothing is our default mode, the rest is up to the host. */
    void approvalPolicy(String path, Node node) {
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        if (word.equals("untrusted")) {
            mode(path, node, PermissionMode.DEFAULT);
        } else if (APPROVAL_POLICIES.contains(word) || node instanceof Node.Mapping) {
            problems.add(problems.at(
                    node, DiagnosticCode.VALUE_INERT, "\"" + path + "\" grants nothing; the host decides what asks"));
        } else {
            wrong(path, node, APPROVAL_POLICIES);
        }
    }

    /** Reads whether Codex may search the web. */
    void webSearch(String path, Node node) {
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        if (word.equals("disabled") || word.equals("false")) {
            tools.deny("WebSearch", node);
        } else if (!WEB_SEARCHES.contains(word) && !word.equals("true")) {
            wrong(path, node, WEB_SEARCHES);
        }
    }

    /** Reads which MCP servers there are and no other; what names some can't be expressed unless tools are listed. */
    void onlyServers(String path, Node node, List<McpServer> servers) {
        target.mcpServers(servers);
        Capabilities held = target.capabilities;
        if (servers.isEmpty() && node instanceof Node.Sequence) {
            target.capabilities(new Capabilities(held.network(), held.mcp().and(Capabilities.Setting.DENY)));
            return;
        }
        List<PermissionRule> left = new ArrayList<>();
        boolean listed = target.tools instanceof ToolSelection.Only;
        if (target.tools instanceof ToolSelection.Only only) {
            for (PermissionRule rule : only.entries()) {
                if (rule.tool().equals("mcp__*")) {
                    servers.forEach(server -> left.addAll(tools.meant("tools", "mcp__" + server.name() + "__*", node)));
                } else {
                    left.add(rule);
                }
            }
            target.tools(ToolSelection.only(left));
        }
        if (!listed) {
            target.capabilities(new Capabilities(held.network(), held.mcp().and(Capabilities.Setting.DENY)));
            problems.add(problems.at(
                            node,
                            DiagnosticCode.PERMISSION_INEXACT,
                            "\"" + path + "\" limits the servers, which can not be expressed without a list of tools;"
                                    + " no server may be used")
                    .advice("list the tools, with mcp among them"));
        }
    }

    /** Reads Qwen Code's limits of a run. */
    void runConfig(String path, Node node, Values values) {
        for (Node.Entry entry : values.entries(path, node)) {
            String own = path + "." + entry.key().text();
            switch (entry.key().text()) {
                case "max_turns" -> target.turnsAtMost(values.count(own, entry.value()));
                case "max_time_minutes" -> target.minutesAtMost(values.limit(own, entry.value()));
                default -> new UnknownKeys(problems, Dialect.QWEN, Map.of()).report(entry.key());
            }
        }
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
            wrong(path, node, GROUPS);
            target.tools(ToolSelection.only(List.of()));
            return;
        }
        List<PermissionRule> rules = new ArrayList<>();
        for (Node item : sequence.items()) {
            Node group = isUnlimited(item) ? ((Node.Sequence) item).items().get(0) : item;
            if (group instanceof Node.Scalar scalar) {
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

    // A pair of a group and what only describes it.
    private static boolean isUnlimited(Node item) {
        return item instanceof Node.Sequence pair
                && !pair.items().isEmpty()
                && pair.items().size() <= 2
                && pair.items().get(0) instanceof Node.Scalar
                && (pair.items().size() == 1
                        || (pair.items().get(1) instanceof Node.Mapping options
                                && options.entries().stream()
                                        .allMatch(option -> option.key().text().equals("description"))));
    }

    /** Reads a mode without groups: Roo Code refuses it, and here it may use no tool. */
    void withoutGroups(Node.Mapping mapping) {
        target.tools(ToolSelection.only(List.of()));
        problems.add(problems.at(
                        mapping,
                        DiagnosticCode.TOOLS_LENIENT,
                        "a mode without \"groups\" may use no tool; Roo Code refuses it")
                .allowed(GROUPS)
                .advice("add groups, such as groups: [read]"));
    }

    /** Reads which subagents may be called; without a list of tools a choice can't be expressed, so none may. */
    void agents(String path, Node node, List<String> names) {
        if (names.contains("*") || isChosen(names, node)) {
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

    // The entry for all agents becomes one for some, and is shown as it is written.
    private boolean isChosen(List<String> names, Node node) {
        if (names.isEmpty() || !(target.tools instanceof ToolSelection.Only only)) {
            return false;
        }
        PermissionRule whole = PermissionRule.parse("Agent");
        int at = only.entries().indexOf(whole);
        List<PermissionRule> chosen = tools.meant("tools", "Agent(" + String.join(", ", names) + ")", node);
        if (at < 0 || chosen.size() != 1) {
            return false;
        }
        List<PermissionRule> entries = new ArrayList<>(only.entries());
        String written = entries.get(at).toString();
        entries.removeIf(whole::equals);
        entries.add(at, chosen.get(0).shownAs(written));
        target.tools(ToolSelection.only(entries));
        return true;
    }

    private void wrong(String path, Node node, List<String> words) {
        Values.notOneOf(problems, path, node, words);
    }
}
