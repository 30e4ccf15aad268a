package dev.cadre.tools.permission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the one vocabulary of tool names, that of Claude Code, and the other spellings that files use for them.
 *
 * <p>A known name need not be a tool that this host has: the vocabulary also holds tools of the product that an embedded
 * agent never gets.
 */
public final class ToolNames {

    // In the order of Claude Code's page on tools; the second half is known to files but not offered here.
    private static final Set<String> KNOWN = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "Read",
            "Write",
            "Edit",
            "NotebookEdit",
            "Bash",
            "Glob",
            "Grep",
            "WebFetch",
            "WebSearch",
            "TodoWrite",
            "Agent",
            "Skill",
            "AskUserQuestion",
            "PowerShell",
            "TaskCreate",
            "TaskUpdate",
            "TaskGet",
            "TaskList",
            "TaskStop",
            "TaskOutput",
            "SendMessage",
            "EnterPlanMode",
            "ExitPlanMode",
            "EnterWorktree",
            "ExitWorktree",
            "Monitor",
            "CronCreate",
            "CronDelete",
            "CronList",
            "ScheduleWakeup",
            "ListMcpResourcesTool",
            "ReadMcpResourceTool",
            "ToolSearch",
            "LSP",
            "Workflow",
            "REPL",
            "Artifact",
            "EndConversation",
            "WaitForMcpServers")));

    private static final Map<String, String> SPELLINGS = spellings();

    // The words by which Copilot and others name several tools at once.
    private static final Map<String, List<String>> GROUPS =
            Map.of("search", List.of("Glob", "Grep"), "web", List.of("WebFetch", "WebSearch"));

    private ToolNames() {}

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new LinkedHashMap<>();
        KNOWN.forEach(name -> spellings.put(name.toLowerCase(Locale.ROOT), name));
        put(spellings, "Read", "read_file", "read_many_files", "notebookread", "view");
        put(spellings, "Write", "write_file", "create", "create_file");
        put(spellings, "Edit", "multiedit", "replace", "applypatch", "apply_patch", "edit_file");
        put(spellings, "Bash", "run_shell_command", "execute", "shell", "run_command", "run_in_terminal");
        put(spellings, "Glob", "ls", "list", "list_directory");
        put(spellings, "Grep", "grep_search", "search_file_content");
        put(spellings, "WebFetch", "web_fetch", "fetchurl", "fetch");
        put(spellings, "WebSearch", "google_web_search", "web_search");
        put(spellings, "TodoWrite", "write_todos", "todo_write", "todo", "todos", "todo_list");
        put(spellings, "Agent", "task", "invoke_agent", "subagent");
        put(spellings, "Skill", "slashcommand", "activate_skill");
        put(spellings, "AskUserQuestion", "ask_user", "ask_user_question", "question");
        put(spellings, "ExitPlanMode", "exit_plan_mode");
        put(spellings, "TaskOutput", "bashoutput");
        put(spellings, "TaskStop", "killshell", "killbash");
        return Collections.unmodifiableMap(spellings);
    }

    private static void put(Map<String, String> spellings, String name, String... others) {
        for (String other : others) {
            spellings.put(other, name);
        }
    }

    /** Returns the normal form of a name in any case, legacy or foreign spelling; unknown names stay as they are. */
    public static String normalize(String name) {
        return SPELLINGS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /** Returns the tools that a word means: several for a group such as {@code search}, else the one normal form. */
    public static List<String> expand(String name) {
        return GROUPS.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(normalize(name)));
    }

    /** Returns whether a normal form is one of the known tools. */
    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** Returns the known tools, in a fixed order. */
    public static Set<String> known() {
        return KNOWN;
    }

    /**
     * Returns the known tool that an unknown name most probably means; empty if it is known or resembles none.
     *
     * <p>Names resemble each other if they differ in separators only, or by at most two letters added, dropped,
     * changed or swapped, and by fewer in short names.
     */
    public static Optional<String> nearest(String name) {
        if (isKnown(normalize(name)) || name.startsWith("mcp__")) {
            return Optional.empty();
        }
        Spelling wanted = Spelling.of(name, name);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Spelling candidate : Nearness.SPELLINGS) {
            int distance = candidate.isFar(wanted) ? Integer.MAX_VALUE : candidate.distance(wanted);
            if (distance < bestDistance) {
                best = candidate.name();
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Holds the spellings as they are compared; only misspelt names need them. */
    private static final class Nearness {

        static final List<Spelling> SPELLINGS = ToolNames.SPELLINGS.entrySet().stream()
                .map(spelling -> Spelling.of(spelling.getKey(), spelling.getValue()))
                .toList();
    }
}
