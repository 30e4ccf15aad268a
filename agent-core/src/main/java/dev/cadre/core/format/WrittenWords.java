package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.ToolNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows the words by which products grant tools, each with all that the product gives for it.
 *
 * <p>Our own reader may take a word for less; what an agent could do there is what counts when a file is written.
 */
public final class WrittenWords {

    private static final List<String> FILES = List.of("Edit", "Write");
    private static final List<String> SEARCHING = List.of("Glob", "Grep");
    private static final List<String> READING = List.of("Read", "Glob", "Grep");
    private static final List<String> WEB = List.of("WebFetch", "WebSearch");

    // Groups stand before their parts, so that the shortest list is found.
    private static final Map<Dialect, Map<String, List<String>>> WORDS = words();

    private WrittenWords() {}

    private static Map<Dialect, Map<String, List<String>>> words() {
        Map<Dialect, Map<String, List<String>>> words = new EnumMap<>(Dialect.class);
        words.put(Dialect.COPILOT, copilot().done());
        words.put(
                Dialect.CHATMODE,
                new Table()
                        .word("read", "Read")
                        .word("editFiles", FILES)
                        .word("search", SEARCHING)
                        .word("runCommands", "Bash")
                        .word("fetch", "WebFetch")
                        .word("todos", "TodoWrite")
                        .done());
        words.put(Dialect.OPENCODE, opencode().done());
        words.put(Dialect.GEMINI, gemini().done());
        words.put(Dialect.QWEN, qwen().done());
        words.put(Dialect.FACTORY, factory().done());
        words.put(Dialect.KIRO, kiro().done());
        words.put(
                Dialect.ROO,
                new Table()
                        .word("read", READING)
                        .word("edit", FILES)
                        .word("browser", "WebFetch")
                        .word("command", "Bash")
                        .word("mcp", "mcp__*")
                        .done());
        return words;
    }

    // The parts are those of VS Code; elsewhere they are ignored, which takes away and adds nothing.
    private static Table copilot() {
        return new Table()
                .word("read", "Read")
                .word("edit", List.of("Edit", "Write", "NotebookEdit"))
                .word("edit/editFiles", FILES)
                .word("edit/createFile", "Write")
                .word("edit/editNotebook", "NotebookEdit")
                .word("search", SEARCHING)
                .word("search/textSearch", "Grep")
                .word("search/fileSearch", "Glob")
                .word("execute", "Bash")
                .word("web", WEB)
                .word("web/fetch", "WebFetch")
                .word("agent", "Agent")
                .word("todo", "TodoWrite");
    }

    private static Table opencode() {
        return new Table()
                .word("read", "Read")
                .word("edit", FILES)
                .word("bash", "Bash")
                .word("glob", "Glob")
                .word("grep", "Grep")
                .word("webfetch", "WebFetch")
                .word("websearch", "WebSearch")
                .word("todowrite", "TodoWrite")
                .word("task", "Agent")
                .word("skill", "Skill")
                .word("question", "AskUserQuestion")
                .word("lsp", "LSP");
    }

    private static Table gemini() {
        return new Table()
                .word("read_file", "Read")
                .word("write_file", "Write")
                .word("replace", "Edit")
                .word("run_shell_command", "Bash")
                .word("glob", "Glob")
                .word("grep_search", "Grep")
                .word("web_fetch", "WebFetch")
                .word("google_web_search", "WebSearch")
                .word("write_todos", "TodoWrite")
                .word("invoke_agent", "Agent")
                .word("activate_skill", "Skill")
                .word("ask_user", "AskUserQuestion");
    }

    private static Table qwen() {
        return new Table()
                .word("read_file", "Read")
                .word("write_file", "Write")
                .word("edit", "Edit")
                .word("run_shell_command", "Bash")
                .word("glob", "Glob")
                .word("grep_search", "Grep")
                .word("web_fetch", "WebFetch")
                .word("web_search", "WebSearch")
                .word("todo_write", "TodoWrite")
                .word("task", "Agent")
                .word("skill", "Skill")
                .word("ask_user_question", "AskUserQuestion");
    }

    private static Table factory() {
        return new Table()
                .word("Read", "Read")
                .word("Grep", "Grep")
                .word("Glob", "Glob")
                .word("Create", "Write")
                .word("Edit", "Edit")
                .word("Execute", "Bash")
                .word("WebSearch", "WebSearch")
                .word("FetchUrl", "WebFetch")
                .word("Task", "Agent")
                .word("TodoWrite", "TodoWrite");
    }

    private static Table kiro() {
        return new Table()
                .word("read", READING)
                .word("glob", "Glob")
                .word("grep", "Grep")
                .word("write", FILES)
                .word("shell", "Bash")
                .word("web", WEB)
                .word("web_fetch", "WebFetch")
                .word("web_search", "WebSearch")
                .word("subagent", "Agent")
                .word("todo_list", "TodoWrite");
    }

    /**
     * Says by which words tools are granted.
     *
     * @param words the words, which grant these tools and no other
     * @param left the tools that no word grants alone, in their order
     */
    public record Cover(List<String> words, List<String> left) {}

    /** Returns words for tools; a tool of which the dialect says nothing is called by our own name. */
    public static Cover cover(Dialect dialect, Collection<String> tools) {
        Set<String> open = new LinkedHashSet<>(tools);
        Set<String> words = new LinkedHashSet<>();
        Map<String, List<String>> known = WORDS.getOrDefault(dialect, Map.of());
        known.forEach((word, granted) -> {
            boolean useful = granted.stream().anyMatch(open::contains);
            if (useful && tools.containsAll(granted)) {
                words.add(word);
                granted.forEach(open::remove);
            }
        });
        List<String> left = new ArrayList<>();
        Set<String> grouped = new LinkedHashSet<>();
        known.values().forEach(grouped::addAll);
        for (String tool : open) {
            String own = own(dialect, tool);
            if (own.isEmpty() || grouped.contains(tool)) {
                left.add(tool);
            } else {
                words.add(own);
            }
        }
        return new Cover(List.copyOf(words), left);
    }

    // Returns how a tool is called where the table has no word; empty if it can't be.
    private static String own(Dialect dialect, String tool) {
        String word = tool.startsWith("mcp__") ? ServerWords.written(dialect, tool) : tool;
        List<String> granted = ToolWords.granted(dialect, word);
        boolean exact = granted.size() == 1 && ServerWords.isSame(granted.get(0), tool);
        boolean pattern = tool.indexOf('*') >= 0 && !tool.startsWith("mcp__") && !tool.equals("*");
        return switch (dialect) {
            case GEMINI -> exact && (tool.equals("*") || !word.equals(tool)) ? word : "";
            case FACTORY, ROO -> "";
            case COPILOT, CHATMODE, OPENCODE, KIRO -> exact && !pattern && !ToolNames.isKnown(tool) ? word : "";
            default -> exact ? word : "";
        };
    }

    /** Returns the word whose denial denies a tool, with more where there is no narrower one. */
    public static String denying(Dialect dialect, String tool) {
        if (tool.startsWith("mcp__")) {
            return ServerWords.written(dialect, tool);
        }
        for (Map.Entry<String, List<String>> word :
                WORDS.getOrDefault(dialect, Map.of()).entrySet()) {
            if (word.getValue().contains(tool)) {
                return word.getKey();
            }
        }
        return dialect == Dialect.OPENCODE && tool.equals("NotebookEdit") ? "edit" : tool;
    }

    /** Returns the words of a dialect, groups before their parts. */
    public static List<String> words(Dialect dialect) {
        return List.copyOf(WORDS.getOrDefault(dialect, Map.of()).keySet());
    }

    /** Returns the tools of all words. */
    public static List<String> all(Dialect dialect) {
        return WORDS.getOrDefault(dialect, Map.of()).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Returns what a denied word denies in the product. */
    public static List<String> grantedBy(Dialect dialect, String word) {
        return WORDS.getOrDefault(dialect, Map.of()).getOrDefault(word, List.of());
    }

    /** Returns whether a dialect refuses a file for one tool name that it does not know. */
    public static boolean isStrict(Dialect dialect) {
        return dialect == Dialect.GEMINI || dialect == Dialect.FACTORY;
    }

    private static final class Table {

        private final Map<String, List<String>> words = new LinkedHashMap<>();

        Table word(String word, String tool) {
            return word(word, List.of(tool));
        }

        Table word(String word, List<String> tools) {
            words.put(word, tools);
            return this;
        }

        Map<String, List<String>> done() {
            return Collections.unmodifiableMap(words);
        }
    }
}
