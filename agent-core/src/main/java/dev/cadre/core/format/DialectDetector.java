package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the dialect of a source: by its name if that says so, else by its keys.
 *
 * <p>A file in a product's own folder is what that product would read, whatever its keys are.
 */
public final class DialectDetector {

    // In this order: the first that stands in the path decides.
    private static final Map<String, Dialect> FOLDERS = folders();

    private static final Set<String> CONTEXT = Set.of("AGENTS.md", "CLAUDE.md", "GEMINI.md", "QWEN.md");

    private DialectDetector() {}

    private static Map<String, Dialect> folders() {
        Map<String, Dialect> folders = new LinkedHashMap<>();
        folders.put("/.claude/agents/", Dialect.CLAUDE);
        folders.put("/.github/agents/", Dialect.COPILOT);
        folders.put("/.copilot/agents/", Dialect.COPILOT);
        folders.put("/.github/chatmodes/", Dialect.CHATMODE);
        folders.put("/.opencode/agent/", Dialect.OPENCODE);
        folders.put("/.opencode/agents/", Dialect.OPENCODE);
        folders.put("/opencode/agents/", Dialect.OPENCODE);
        folders.put("/.gemini/agents/", Dialect.GEMINI);
        folders.put("/.qwen/agents/", Dialect.QWEN);
        folders.put("/.factory/droids/", Dialect.FACTORY);
        folders.put("/.kiro/agents/", Dialect.KIRO);
        folders.put("/.cursor/agents/", Dialect.CURSOR);
        folders.put("/.codex/agents/", Dialect.CODEX);
        return folders;
    }

    /** Returns the dialect that a name alone tells, or {@link Dialect#MARKDOWN} if it tells none. */
    public static Dialect ofName(String sourceName) {
        String path = "/" + sourceName.replace('\\', '/');
        String file = path.substring(path.lastIndexOf('/') + 1);
        String lower = file.toLowerCase(Locale.ROOT);
        if (file.equals("SKILL.md")) {
            return Dialect.SKILL;
        }
        if (lower.endsWith(".agent.md")) {
            return Dialect.COPILOT;
        }
        if (lower.endsWith(".chatmode.md")) {
            return Dialect.CHATMODE;
        }
        if (lower.equals(".roomodes") || lower.equals("custom_modes.yaml")) {
            return Dialect.ROO;
        }
        Dialect folder = ofFolder(path);
        return folder == Dialect.MARKDOWN && lower.endsWith(".toml") ? Dialect.CODEX : folder;
    }

    private static Dialect ofFolder(String path) {
        // Where Claude Code keeps the plugins that are installed.
        if (path.contains("/.claude/plugins/") && path.contains("/agents/")) {
            return Dialect.CLAUDE_PLUGIN;
        }
        // Every folder's name holds one of these.
        if (path.contains("agent") || path.contains("modes/") || path.contains("droids/")) {
            for (Map.Entry<String, Dialect> folder : FOLDERS.entrySet()) {
                if (path.contains(folder.getKey())) {
                    return folder.getValue();
                }
            }
        }
        return Dialect.MARKDOWN;
    }

    /** Returns the dialect of a source whose keys can't be read, by its name and what it starts with. */
    public static Dialect ofUnread(String sourceName, String text) {
        Dialect named = ofName(sourceName);
        String lower = sourceName.toLowerCase(Locale.ROOT);
        if (named != Dialect.MARKDOWN) {
            return named;
        }
        if (lower.endsWith("opencode.json") || lower.endsWith("opencode.jsonc")) {
            return Dialect.OPENCODE;
        }
        if (lower.endsWith(".json") || lower.endsWith(".jsonc")) {
            return Dialect.CLAUDE_JSON;
        }
        return text.startsWith("---") ? Dialect.CLAUDE : Dialect.MARKDOWN;
    }

    /** Returns whether a file of this name holds context for agents and is no agent. */
    public static boolean isContext(String sourceName) {
        String path = sourceName.replace('\\', '/');
        return CONTEXT.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Returns whether the product of a file in its own folder passes it over there: below the top, or behind a "_". */
    public static boolean isPassedOver(String sourceName) {
        String path = "/" + sourceName.replace('\\', '/');
        for (String folder : List.of("/.gemini/agents/", "/.factory/droids/")) {
            int at = path.lastIndexOf(folder);
            if (at >= 0) {
                String below = path.substring(at + folder.length());
                return below.indexOf('/') >= 0 || (below.startsWith("_") && folder.startsWith("/.gemini"));
            }
        }
        return false;
    }

    /** Returns the dialect of a source with a frontmatter. */
    public static Dialect of(String sourceName, Node.Mapping keys) {
        Dialect named = ofName(sourceName);
        if (named != Dialect.MARKDOWN) {
            return named;
        }
        if (isOpencode(keys)) {
            return Dialect.OPENCODE;
        }
        if (has(keys, "max_turns") || has(keys, "timeout_mins") || has(keys, "agent_card_url")) {
            return Dialect.GEMINI;
        }
        if (has(keys, "approvalMode")) {
            return Dialect.QWEN;
        }
        if (has(keys, "is_background") || (has(keys, "readonly") && !has(keys, "tools"))) {
            return Dialect.CURSOR;
        }
        if (has(keys, "user-invocable") || has(keys, "handoffs") || has(keys, "mcp-servers")) {
            return Dialect.COPILOT;
        }
        return Dialect.CLAUDE;
    }

    private static boolean isOpencode(Node.Mapping keys) {
        boolean mode = keys.get("mode") instanceof Node.Scalar scalar
                && (scalar.text().equals("primary")
                        || scalar.text().equals("subagent")
                        || scalar.text().equals("all"));
        return (mode || has(keys, "permission")) && !has(keys, "permissionMode");
    }

    private static boolean has(Node.Mapping keys, String key) {
        return keys.get(key) != null;
    }
}
