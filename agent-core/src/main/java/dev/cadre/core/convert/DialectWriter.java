package dev.cadre.core.convert;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.format.ToolWords;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the keys of a definition in the words and the shape of a dialect. */
final class DialectWriter {

    static final List<Dialect> TARGETS = List.of(
            Dialect.CLAUDE,
            Dialect.CLAUDE_JSON,
            Dialect.COPILOT,
            Dialect.CHATMODE,
            Dialect.OPENCODE,
            Dialect.GEMINI,
            Dialect.QWEN,
            Dialect.FACTORY,
            Dialect.KIRO,
            Dialect.CURSOR,
            Dialect.CODEX,
            Dialect.ROO);

    private static final Set<String> CHANGING = Set.of("Edit", "Write", "NotebookEdit", "Bash");

    private DialectWriter() {}

    static String write(Writing writing) {
        Dialect dialect = writing.dialect();
        if (!TARGETS.contains(dialect)) {
            throw new IllegalArgumentException("nothing is written as " + dialect.id() + "; choose one of "
                    + String.join(", ", TARGETS.stream().map(Dialect::id).toList()));
        }
        writing.putCommon();
        restrictions(writing);
        writing.putExtensions();
        return shape(writing);
    }

    private static String shape(Writing writing) {
        String prompt = writing.definition().prompt();
        Map<String, @Nullable Object> keys = writing.keys();
        switch (writing.dialect()) {
            case CLAUDE_JSON -> {
                keys.remove("name");
                keys.put("prompt", prompt);
                Map<String, @Nullable Object> agents = new LinkedHashMap<>();
                agents.put(writing.definition().name(), keys);
                return Frame.json(agents);
            }
            case CODEX -> {
                keys.put("developer_instructions", prompt);
                return Frame.toml(keys);
            }
            case ROO -> {
                keys.put("name", writing.definition().name());
                keys.put("roleDefinition", prompt);
                return Frame.roo(keys);
            }
            case OPENCODE -> {
                // Its agents are named by their files.
                keys.remove("name");
                return Frame.markdown(keys, prompt);
            }
            default -> {
                return Frame.markdown(keys, prompt);
            }
        }
    }

    private static void restrictions(Writing writing) {
        writing.tools().ifPresent(tools -> tools(writing, tools));
        denials(writing);
        if (writing.has(Meaning.PERMISSIONS)) {
            permissions(writing);
        }
        approvals(writing);
        writing.definition().permissionMode().ifPresent(mode -> mode(writing, mode));
        writing.definition()
                .isolation()
                .ifPresent(isolation -> writing.put(Meaning.ISOLATION, "the isolation", "worktree"));
    }

    private static void tools(Writing writing, List<PermissionRule> tools) {
        Dialect dialect = writing.dialect();
        if (dialect == Dialect.ROO) {
            writing.put(Meaning.GROUPS, "the tools", groups(writing, tools));
        } else if (dialect == Dialect.OPENCODE) {
            // A tool that is switched on takes nothing from the others; the last match wins there.
            Map<String, Object> switches = new LinkedHashMap<>();
            switches.put("*", false);
            words(writing, tools).forEach(word -> switches.put(word, true));
            writing.put(Meaning.TOOLS, "the tools", switches);
        } else if (dialect != Dialect.CURSOR) {
            writing.put(Meaning.TOOLS, "the list of tools", words(writing, tools));
        }
    }

    // A rule with a limit can be written only where the reader of the dialect understands it.
    private static List<String> words(Writing writing, List<PermissionRule> rules) {
        Set<String> words = new LinkedHashSet<>();
        for (PermissionRule rule : rules) {
            if (isUnknown(rule.tool())
                    && !ToolWords.meaning(writing.dialect(), rule.tool()).equals(List.of(rule.tool()))) {
                writing.losses().add("the tool " + rule + " grants nothing, but would there; it is left out");
            } else if (!ToolWords.isWritable(writing.dialect(), rule.tool())) {
                writing.losses()
                        .add("the tool " + rule + " is left out, because a file that names it is refused there");
            } else if (rule.specifier().isEmpty()) {
                words.add(ToolWords.written(writing.dialect(), rule.tool()));
            } else if (isClaudeLike(writing.dialect())) {
                words.add(rule.tool() + "(" + rule.specifier().get() + ")");
            } else {
                writing.losses().add("the tool " + rule + " is left out, because its limit can not be expressed");
            }
        }
        return new ArrayList<>(words);
    }

    private static boolean isUnknown(String tool) {
        return !ToolNames.isKnown(tool) && !tool.startsWith("mcp__") && tool.indexOf('*') < 0;
    }

    private static boolean isClaudeLike(Dialect dialect) {
        return dialect == Dialect.CLAUDE || dialect == Dialect.CLAUDE_JSON || dialect == Dialect.QWEN;
    }

    // Only whole groups can be named; a tool outside them is left out rather than widened to its group.
    private static List<String> groups(Writing writing, List<PermissionRule> tools) {
        Set<String> names = new LinkedHashSet<>();
        tools.stream().filter(rule -> rule.specifier().isEmpty()).forEach(rule -> names.add(rule.tool()));
        List<String> groups = new ArrayList<>();
        Set<String> covered = new LinkedHashSet<>();
        for (String group : List.of("read", "edit", "browser", "command", "mcp")) {
            List<String> members = ToolWords.meaning(Dialect.ROO, group);
            if (names.containsAll(members)) {
                groups.add(group);
                covered.addAll(members);
            }
        }
        for (PermissionRule rule : tools) {
            if (rule.specifier().isPresent() || !covered.contains(rule.tool())) {
                writing.losses().add("the tool " + rule + " is left out, because only whole groups can be named");
            }
        }
        return groups;
    }

    private static void denials(Writing writing) {
        List<PermissionRule> denied = new ArrayList<>(writing.definition().disallowedTools());
        if (denied.isEmpty() && writing.definition().rules().isEmpty()) {
            return;
        }
        if (writing.has(Meaning.DISALLOWED_TOOLS)) {
            if (!denied.isEmpty()) {
                writing.put(Meaning.DISALLOWED_TOOLS, "the denied tools", words(writing, denied));
            }
        } else if (writing.has(Meaning.ACTIONS)) {
            Map<String, Object> actions = new LinkedHashMap<>();
            writing.definition().rules().allow().forEach(rule -> action(actions, rule, "allow"));
            writing.definition().rules().ask().forEach(rule -> action(actions, rule, "ask"));
            writing.definition().rules().deny().forEach(rule -> action(actions, rule, "deny"));
            denied.forEach(rule -> action(actions, rule, "deny"));
            writing.put(Meaning.ACTIONS, "the rules", actions);
        } else if (writing.has(Meaning.READONLY) && deniesChanges(denied)) {
            writing.put(Meaning.READONLY, "the denials", true);
        } else if (writing.has(Meaning.SANDBOX_MODE) && deniesChanges(denied)) {
            writing.put(Meaning.SANDBOX_MODE, "the denials", "read-only");
        }
    }

    private static void approvals(Writing writing) {
        List<PermissionRule> allowed = writing.definition().rules().allow();
        if (allowed.isEmpty() || writing.has(Meaning.PERMISSIONS) || writing.has(Meaning.ACTIONS)) {
            return;
        }
        if (writing.has(Meaning.APPROVED_TOOLS)) {
            List<String> words = words(
                    writing,
                    allowed.stream().filter(rule -> rule.specifier().isEmpty()).toList());
            allowed.stream()
                    .filter(rule -> rule.specifier().isPresent())
                    .forEach(rule -> writing.losses().add("the approval of " + rule + " can not be expressed"));
            if (!words.isEmpty()) {
                writing.put(Meaning.APPROVED_TOOLS, "the rules that approve", words);
            }
        } else {
            writing.losses().add("the rules that approve calls can not be expressed");
        }
    }

    private static boolean deniesChanges(List<PermissionRule> denied) {
        Set<String> names = new LinkedHashSet<>();
        denied.stream().filter(rule -> rule.specifier().isEmpty()).forEach(rule -> names.add(rule.tool()));
        return names.containsAll(CHANGING);
    }

    @SuppressWarnings("unchecked")
    private static void action(Map<String, Object> actions, PermissionRule rule, String action) {
        String tool = ToolWords.written(Dialect.OPENCODE, rule.tool());
        if (rule.specifier().isEmpty() && !(actions.get(tool) instanceof Map)) {
            actions.put(tool, action);
            return;
        }
        Object held = actions.get(tool);
        Map<String, Object> patterns = held instanceof Map ? (Map<String, Object>) held : new LinkedHashMap<>();
        if (held instanceof String whole) {
            patterns.put("*", whole);
        }
        patterns.put(rule.specifier().orElse("*"), action);
        actions.put(tool, patterns);
    }

    private static void permissions(Writing writing) {
        Map<String, Object> permissions = new LinkedHashMap<>();
        setting(permissions, "network", writing.definition().capabilities().network());
        setting(permissions, "mcp", writing.definition().capabilities().mcp());
        rules(permissions, "deny", writing.definition().rules().deny());
        rules(permissions, "ask", writing.definition().rules().ask());
        rules(permissions, "allow", writing.definition().rules().allow());
        if (!permissions.isEmpty()) {
            writing.put(Meaning.PERMISSIONS, "the permissions", permissions);
        }
    }

    private static void setting(Map<String, Object> target, String name, Capabilities.Setting setting) {
        if (setting != Capabilities.Setting.INHERIT) {
            target.put(name, setting == Capabilities.Setting.ALLOW);
        }
    }

    private static void rules(Map<String, Object> target, String name, List<PermissionRule> rules) {
        if (!rules.isEmpty()) {
            target.put(
                    name,
                    rules.stream()
                            .map(rule -> rule.tool()
                                    + rule.specifier()
                                            .map(text -> "(" + text + ")")
                                            .orElse(""))
                            .toList());
        }
    }

    private static void mode(Writing writing, PermissionMode mode) {
        if (writing.has(Meaning.PERMISSION_MODE)) {
            writing.put(Meaning.PERMISSION_MODE, "the permission mode", mode.word());
        } else {
            writing.losses().add("the permission mode " + mode.word() + " can not be expressed");
        }
    }
}
