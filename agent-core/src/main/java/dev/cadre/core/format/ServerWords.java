package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.ToolNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows how dialects write tools of MCP servers: {@code s/t}, {@code @s/t}, {@code mcp_s_t} and {@code s_t}. */
final class ServerWords {

    private static final String PREFIX = "mcp__";

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

    private ServerWords() {}

    /** Returns what a word means as tools of servers, for a list that grants; empty if it names none. */
    static List<String> granted(Dialect dialect, String word) {
        return switch (dialect) {
            case COPILOT, CHATMODE -> copilot(word);
            case KIRO -> kiro(word);
            case GEMINI -> gemini(word);
            case OPENCODE -> opencode(word);
            default -> List.of();
        };
    }

    /** As {@link #granted}, for a list that denies: whatever the word may mean. */
    static List<String> denied(Dialect dialect, String word) {
        if (dialect != Dialect.OPENCODE || !isForeign(word)) {
            return granted(dialect, word);
        }
        List<String> meant = new ArrayList<>();
        if (word.indexOf('*') >= 0) {
            meant.add(word.equals("*_*") ? PREFIX + "*" : PREFIX + word);
        }
        meant.addAll(opencode(word));
        if (!meant.isEmpty()) {
            meant.add(word);
        }
        return meant;
    }

    private static List<String> copilot(String word) {
        int slash = word.indexOf('/');
        boolean set = TOOL_SETS.contains(word.substring(0, Math.max(0, slash)).toLowerCase(Locale.ROOT));
        boolean named = slash > 0 && slash == word.lastIndexOf('/') && !set;
        return named ? List.of(PREFIX + word.substring(0, slash) + "__" + word.substring(slash + 1)) : List.of();
    }

    private static List<String> kiro(String word) {
        if (!word.startsWith("@") || word.length() == 1) {
            return List.of();
        }
        String name = word.substring(1);
        int slash = name.indexOf('/');
        if (slash < 0) {
            return List.of(PREFIX + name + "__*");
        }
        boolean named = slash > 0 && slash == name.lastIndexOf('/');
        return named ? List.of(PREFIX + name.substring(0, slash) + "__" + name.substring(slash + 1)) : List.of();
    }

    private static List<String> gemini(String word) {
        String rest = word.startsWith("mcp_") && !word.startsWith(PREFIX) ? word.substring(4) : "";
        int cut = rest.endsWith("_*") ? rest.length() - 2 : rest.indexOf('_');
        boolean named = cut > 0 && cut + 1 < rest.length() && (rest.endsWith("_*") || cut == rest.lastIndexOf('_'));
        return named ? List.of(PREFIX + rest.substring(0, cut) + "__" + rest.substring(cut + 1)) : List.of();
    }

    // Server and tool stand on either side of an underscore, but each of them may hold more: all readings are meant.
    private static List<String> opencode(String word) {
        if (!isForeign(word)) {
            return List.of();
        }
        int star = word.indexOf('*');
        if (star >= 0) {
            boolean whole = star == word.length() - 1 && star > 1 && word.charAt(star - 1) == '_';
            return whole ? List.of(PREFIX + word.substring(0, star - 1) + "__*") : List.of();
        }
        List<String> meant = new ArrayList<>();
        for (int at = word.indexOf('_'); at >= 0; at = word.indexOf('_', at + 1)) {
            if (at > 0 && at + 1 < word.length()) {
                meant.add(PREFIX + word.substring(0, at) + "__" + word.substring(at + 1));
            }
        }
        return meant;
    }

    private static boolean isForeign(String word) {
        return !word.startsWith(PREFIX)
                && (word.indexOf('_') >= 0 || word.indexOf('*') >= 0)
                && !word.equals("*")
                && word.indexOf('(') < 0
                && !ToolNames.isKnown(ToolNames.normalize(word))
                && ToolNames.nearest(word).isEmpty();
    }

    /** Returns whether two names mean the same; a server is all of its tools. */
    static boolean isSame(String name, String other) {
        return name.equals(other) || whole(name).equals(whole(other));
    }

    private static String whole(String name) {
        boolean server = name.startsWith(PREFIX) && name.indexOf("__", PREFIX.length()) < 0 && !name.endsWith("*");
        return server ? name + "__*" : name;
    }

    /** Returns how a dialect writes a tool or all tools of a server; our own name where it has no way. */
    static String written(Dialect dialect, String tool) {
        String rest = tool.substring(PREFIX.length());
        int end = rest.indexOf("__");
        String server = end < 0 ? rest : rest.substring(0, end);
        String name = end < 0 ? "*" : rest.substring(end + 2);
        boolean every = server.equals("*");
        return switch (dialect) {
            case COPILOT, CHATMODE -> every ? tool : server + "/" + name;
            case KIRO -> every ? "@mcp" : name.equals("*") ? "@" + server : "@" + server + "/" + name;
            case GEMINI -> writtenGemini(server, name, tool);
            case OPENCODE -> every ? "*_*" : server.startsWith("*") ? tool : server + "_" + name;
            default -> tool;
        };
    }

    // One underscore stands between the two, so neither may hold one.
    private static String writtenGemini(String server, String name, String tool) {
        boolean plain = !server.contains("*") && (name.equals("*") || (server + name).indexOf('_') < 0);
        return plain && !(server + name).contains("**") ? "mcp_" + server + "_" + name : tool;
    }
}
