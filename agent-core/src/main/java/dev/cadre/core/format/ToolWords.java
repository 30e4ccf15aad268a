package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.ToolNames;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows the words by which dialects call tools, groups of tools and tools of MCP servers.
 *
 * <p>A word that means several tools is given as all of them; none of the meanings is wider than the word's own.
 */
public final class ToolWords {

    private static final List<String> WRITING = List.of("Edit", "Write", "NotebookEdit");
    private static final List<String> SEARCHING = List.of("Glob", "Grep");

    private static final Map<String, List<String>> COPILOT = table(
            Map.entry("execute", List.of("Bash")),
            Map.entry("shell", List.of("Bash")),
            Map.entry("runcommands", List.of("Bash")),
            Map.entry("execute/runinterminal", List.of("Bash")),
            Map.entry("runcommands/runinterminal", List.of("Bash")),
            Map.entry("read", List.of("Read")),
            Map.entry("read/readfile", List.of("Read")),
            Map.entry("edit", WRITING),
            Map.entry("edit/*", WRITING),
            Map.entry("edit/editfiles", WRITING),
            Map.entry("editfiles", WRITING),
            Map.entry("edit/createfile", List.of("Write")),
            Map.entry("search", SEARCHING),
            Map.entry("search/*", SEARCHING),
            Map.entry("codebase", SEARCHING),
            Map.entry("search/codebase", SEARCHING),
            Map.entry("search/textsearch", List.of("Grep")),
            Map.entry("search/filesearch", List.of("Glob")),
            Map.entry("search/listdirectory", List.of("Glob")),
            Map.entry("web", List.of("WebFetch", "WebSearch")),
            Map.entry("web/*", List.of("WebFetch", "WebSearch")),
            Map.entry("fetch", List.of("WebFetch")),
            Map.entry("web/fetch", List.of("WebFetch")),
            Map.entry("agent", List.of("Agent")),
            Map.entry("custom-agent", List.of("Agent")),
            Map.entry("todo", List.of("TodoWrite")),
            Map.entry("todos", List.of("TodoWrite")));

    private static final Map<String, List<String>> OPENCODE = table(
            Map.entry("edit", WRITING), Map.entry("write", List.of("Write")), Map.entry("patch", List.of("Edit")));

    private static final Map<String, List<String>> KIRO = table(
            Map.entry("read", List.of("Read", "Glob", "Grep")),
            Map.entry("fs_read", List.of("Read", "Glob", "Grep")),
            Map.entry("write", WRITING),
            Map.entry("fs_write", WRITING),
            Map.entry("shell", List.of("Bash")),
            Map.entry("execute_bash", List.of("Bash")),
            Map.entry("web", List.of("WebFetch", "WebSearch")),
            Map.entry("subagent", List.of("Agent")),
            Map.entry("todo_list", List.of("TodoWrite")));

    private static final Map<String, List<String>> FACTORY = table(
            Map.entry("read-only", List.of("Read", "Glob", "Grep")),
            Map.entry("edit", WRITING),
            Map.entry("execute", List.of("Bash")),
            Map.entry("web", List.of("WebFetch", "WebSearch")),
            Map.entry("mcp", List.of("mcp__*")),
            Map.entry("create", List.of("Write")),
            Map.entry("fetchurl", List.of("WebFetch")));

    private static final Map<String, List<String>> ROO = table(
            Map.entry("read", List.of("Read", "Glob", "Grep")),
            Map.entry("edit", WRITING),
            Map.entry("browser", List.of("WebFetch")),
            Map.entry("command", List.of("Bash")),
            Map.entry("mcp", List.of("mcp__*")));

    // Tool sets of VS Code, which stand before a slash as servers do.
    private static final Set<String> TOOL_SETS = Set.of(
            "edit",
            "search",
            "read",
            "execute",
            "web",
            "vscode",
            "agent",
            "runcommands",
            "runtasks",
            "runnotebooks",
            "todo");

    private static final Map<String, String> SNAKE = Map.of(
            "Read", "read_file",
            "Write", "write_file",
            "Bash", "run_shell_command",
            "Glob", "glob",
            "Grep", "grep_search",
            "WebFetch", "web_fetch");

    private static final Map<Dialect, Map<String, String>> NATIVE = natives();

    // Factory's own ids, by our names.
    private static final Set<String> FACTORY_IDS =
            Set.of("Read", "Grep", "Glob", "Write", "Edit", "Bash", "WebSearch", "WebFetch", "Agent", "TodoWrite");

    // Names of ours that are words for more in some dialect, by a word for the tool alone.
    private static final Map<String, String> CLASHING =
            Map.of("Edit", "multiedit", "Read", "read_file", "Write", "write_file");

    private static Map<Dialect, Map<String, String>> natives() {
        Map<Dialect, Map<String, String>> natives = new EnumMap<>(Dialect.class);
        Map<String, String> gemini = new LinkedHashMap<>(SNAKE);
        gemini.put("Edit", "replace");
        gemini.put("WebSearch", "google_web_search");
        gemini.put("TodoWrite", "write_todos");
        gemini.put("Agent", "invoke_agent");
        gemini.put("Skill", "activate_skill");
        gemini.put("AskUserQuestion", "ask_user");
        natives.put(Dialect.GEMINI, gemini);
        Map<String, String> qwen = new LinkedHashMap<>(SNAKE);
        qwen.put("Edit", "edit");
        qwen.put("WebSearch", "web_search");
        qwen.put("TodoWrite", "todo_write");
        natives.put(Dialect.QWEN, qwen);
        natives.put(Dialect.COPILOT, Map.of("Read", "read", "Bash", "execute", "Agent", "agent", "TodoWrite", "todo"));
        natives.put(Dialect.CHATMODE, Map.of("Bash", "runCommands", "TodoWrite", "todos"));
        natives.put(
                Dialect.OPENCODE,
                Map.of(
                        "Read",
                        "read",
                        "Write",
                        "write",
                        "Edit",
                        "patch",
                        "Bash",
                        "bash",
                        "Glob",
                        "glob",
                        "Grep",
                        "grep",
                        "WebFetch",
                        "webfetch",
                        "WebSearch",
                        "websearch",
                        "Agent",
                        "task"));
        natives.put(
                Dialect.FACTORY,
                Map.of(
                        "Write",
                        "Create",
                        "Edit",
                        "ApplyPatch",
                        "Bash",
                        "Execute",
                        "WebFetch",
                        "FetchUrl",
                        "Agent",
                        "Task"));
        natives.put(Dialect.KIRO, Map.of("Bash", "shell", "Agent", "subagent"));
        return natives;
    }

    private ToolWords() {}

    @SafeVarargs
    private static Map<String, List<String>> table(Map.Entry<String, List<String>>... entries) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : entries) {
            table.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(table);
    }

    /** Returns the rules that a word means in a dialect, as texts; the word itself if it is no word of the dialect. */
    public static List<String> meaning(Dialect dialect, String word) {
        List<String> listed = words(dialect).get(word.toLowerCase(Locale.ROOT));
        if (listed != null) {
            return listed;
        }
        String server = server(dialect, word);
        if (!server.isEmpty()) {
            return List.of(server);
        }
        List<String> group = ToolNames.expand(word);
        return group.size() > 1 ? group : List.of(word);
    }

    /** Returns the word by which a dialect calls exactly a tool; our own name where it has none. */
    public static String written(Dialect dialect, String tool) {
        if (tool.startsWith("mcp__")) {
            return writtenServer(dialect, tool);
        }
        String word = nativeWords(dialect).getOrDefault(tool, "");
        if (!word.isEmpty()) {
            return word;
        }
        // A word that means several tools would widen; our reader understands the name itself.
        boolean clash = meaning(dialect, tool).size() != 1
                || !meaning(dialect, tool).get(0).equals(tool);
        return clash ? CLASHING.getOrDefault(tool, tool) : tool;
    }

    /** Returns whether a dialect takes a file that names a tool; some refuse the file for one unknown name. */
    public static boolean isWritable(Dialect dialect, String tool) {
        return switch (dialect) {
            case GEMINI ->
                tool.startsWith("mcp__")
                        ? !written(dialect, tool).startsWith("mcp__")
                        : tool.equals("*") || nativeWords(dialect).containsKey(tool);
            case FACTORY -> FACTORY_IDS.contains(tool);
            default -> true;
        };
    }

    private static Map<String, String> nativeWords(Dialect dialect) {
        return NATIVE.getOrDefault(dialect, Map.of());
    }

    private static String writtenServer(Dialect dialect, String tool) {
        String rest = tool.substring("mcp__".length());
        int end = rest.indexOf("__");
        String server = end < 0 ? rest : rest.substring(0, end);
        String name = end < 0 ? "*" : rest.substring(end + 2);
        return switch (dialect) {
            case COPILOT, CHATMODE -> server.equals("*") ? tool : server + "/" + name;
            case KIRO -> name.equals("*") ? "@" + server : "@" + server + "/" + name;
            case GEMINI -> geminiServer(server, name, tool);
            default -> tool;
        };
    }

    // One underscore stands between the two, so neither may hold one.
    private static String geminiServer(String server, String name, String tool) {
        boolean plain = !server.contains("*") && (name.equals("*") || (server + name).indexOf('_') < 0);
        return plain && !(server + name).contains("**") ? "mcp_" + server + "_" + name : tool;
    }

    /** Returns whether a dialect has words for tools that mean something else than the tool's name would. */
    public static boolean hasWords(Dialect dialect) {
        return !words(dialect).isEmpty();
    }

    /** Returns the words of a dialect that are no tool names themselves. */
    static Map<String, List<String>> words(Dialect dialect) {
        return switch (dialect) {
            case COPILOT, CHATMODE -> COPILOT;
            case OPENCODE -> OPENCODE;
            case KIRO -> KIRO;
            case FACTORY -> FACTORY;
            case ROO -> ROO;
            default -> Map.of();
        };
    }

    // server/tool, @server/tool and mcp_server_tool, as mcp__server__tool.
    private static String server(Dialect dialect, String word) {
        switch (dialect) {
            case COPILOT, CHATMODE, KIRO -> {
                String name = dialect == Dialect.KIRO && word.startsWith("@") ? word.substring(1) : word;
                boolean plain = dialect == Dialect.KIRO && !word.startsWith("@");
                int slash = name.indexOf('/');
                boolean builtin =
                        TOOL_SETS.contains(name.substring(0, Math.max(0, slash)).toLowerCase(Locale.ROOT));
                if (plain || builtin || name.equals("builtin") || slash == 0 || slash != name.lastIndexOf('/')) {
                    return "";
                }
                return slash > 0
                        ? "mcp__" + name.substring(0, slash) + "__" + name.substring(slash + 1)
                        : dialect == Dialect.KIRO ? "mcp__" + name + "__*" : "";
            }
            case GEMINI -> {
                String rest = word.startsWith("mcp_") && !word.startsWith("mcp__") ? word.substring(4) : "";
                int cut = rest.endsWith("_*") ? rest.length() - 2 : rest.indexOf('_');
                boolean named =
                        cut > 0 && cut + 1 < rest.length() && (rest.endsWith("_*") || cut == rest.lastIndexOf('_'));
                return named ? "mcp__" + rest.substring(0, cut) + "__" + rest.substring(cut + 1) : "";
            }
            default -> {
                return "";
            }
        }
    }
}
