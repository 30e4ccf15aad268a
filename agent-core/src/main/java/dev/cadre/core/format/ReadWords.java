package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds the words by which files of each dialect call tools and groups of tools.
 *
 * <p>A word grants all of its tools; none of them is more than the product gives for it.
 */
final class ReadWords {

    private static final List<String> FILES = List.of("Edit", "Write");
    private static final List<String> ALL_FILES = List.of("Edit", "Write", "NotebookEdit");
    private static final List<String> SEARCHING = List.of("Glob", "Grep");
    private static final List<String> READING = List.of("Read", "Glob", "Grep");
    private static final List<String> WEB = List.of("WebFetch", "WebSearch");

    private static final Map<String, List<String>> COPILOT = table(
            Map.entry("execute", List.of("Bash")),
            Map.entry("shell", List.of("Bash")),
            Map.entry("runcommands", List.of("Bash")),
            Map.entry("execute/runinterminal", List.of("Bash")),
            Map.entry("runcommands/runinterminal", List.of("Bash")),
            Map.entry("read", List.of("Read")),
            Map.entry("read/readfile", List.of("Read")),
            Map.entry("edit", ALL_FILES),
            Map.entry("edit/*", ALL_FILES),
            Map.entry("edit/editfiles", FILES),
            Map.entry("editfiles", FILES),
            Map.entry("edit/createfile", List.of("Write")),
            Map.entry("edit/editnotebook", List.of("NotebookEdit")),
            Map.entry("search", SEARCHING),
            Map.entry("search/*", SEARCHING),
            Map.entry("codebase", SEARCHING),
            Map.entry("search/codebase", SEARCHING),
            Map.entry("search/textsearch", List.of("Grep")),
            Map.entry("search/filesearch", List.of("Glob")),
            Map.entry("search/listdirectory", List.of("Glob")),
            Map.entry("web", WEB),
            Map.entry("web/*", WEB),
            Map.entry("fetch", List.of("WebFetch")),
            Map.entry("web/fetch", List.of("WebFetch")),
            Map.entry("agent", List.of("Agent")),
            Map.entry("custom-agent", List.of("Agent")),
            Map.entry("todo", List.of("TodoWrite")),
            Map.entry("todos", List.of("TodoWrite")));

    private static final Map<String, List<String>> OPENCODE =
            table(Map.entry("edit", FILES), Map.entry("write", List.of("Write")), Map.entry("patch", List.of("Edit")));

    private static final Map<String, List<String>> KIRO = table(
            Map.entry("read", READING),
            Map.entry("fs_read", READING),
            Map.entry("write", FILES),
            Map.entry("fs_write", FILES),
            Map.entry("shell", List.of("Bash")),
            Map.entry("execute_bash", List.of("Bash")),
            Map.entry("web", WEB),
            Map.entry("subagent", List.of("Agent")),
            Map.entry("todo_list", List.of("TodoWrite")),
            Map.entry("@mcp", List.of("mcp__*")),
            Map.entry(
                    "@builtin",
                    List.of(
                            "Read",
                            "Glob",
                            "Grep",
                            "Edit",
                            "Write",
                            "Bash",
                            "WebFetch",
                            "WebSearch",
                            "Agent",
                            "TodoWrite")));

    // Its categories are in lower case; an id such as Edit is one tool.
    private static final Map<String, List<String>> FACTORY = table(
            Map.entry("read-only", READING),
            Map.entry("edit", FILES),
            Map.entry("execute", List.of("Bash")),
            Map.entry("web", WEB),
            Map.entry("mcp", List.of("mcp__*")));

    private static final Map<String, List<String>> ROO = table(
            Map.entry("read", READING),
            Map.entry("edit", FILES),
            Map.entry("browser", List.of("WebFetch")),
            Map.entry("command", List.of("Bash")),
            Map.entry("mcp", List.of("mcp__*")));

    private ReadWords() {}

    @SafeVarargs
    private static Map<String, List<String>> table(Map.Entry<String, List<String>>... entries) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : entries) {
            table.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(table);
    }

    /** Returns the words of a dialect that mean something else than a tool of that name. */
    static Map<String, List<String>> of(Dialect dialect) {
        return switch (dialect) {
            case COPILOT, CHATMODE -> COPILOT;
            case OPENCODE -> OPENCODE;
            case KIRO -> KIRO;
            case FACTORY -> FACTORY;
            case ROO -> ROO;
            default -> Map.of();
        };
    }

    /** Returns the tools that a word grants; empty if it is none of the dialect's words. */
    static List<String> granted(Dialect dialect, String word) {
        String key = dialect == Dialect.FACTORY ? word : word.toLowerCase(Locale.ROOT);
        return of(dialect).getOrDefault(key, List.of());
    }
}
