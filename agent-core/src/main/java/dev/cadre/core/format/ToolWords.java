package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.ToolNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows the words by which dialects call tools, groups of tools and tools of MCP servers.
 *
 * <p>What a word means depends on where it stands: where it grants, no more than the product gives for it; where it denies,
 * no less than the product takes away.
 */
public final class ToolWords {

    private ToolWords() {}

    /** Returns the rules that a word means where it grants, as texts; the word itself if it is no word of the dialect. */
    public static List<String> granted(Dialect dialect, String word) {
        List<String> listed = ReadWords.granted(dialect, word);
        if (!listed.isEmpty()) {
            return listed;
        }
        List<String> server = ServerWords.granted(dialect, word);
        if (!server.isEmpty()) {
            return server;
        }
        List<String> group = ToolNames.expand(word);
        return group.size() > 1 ? group : List.of(word);
    }

    /** Returns the rules that a word means where it denies, as texts. */
    public static List<String> denied(Dialect dialect, String word) {
        List<String> server = ServerWords.denied(dialect, word);
        if (!server.isEmpty() && ReadWords.granted(dialect, word).isEmpty()) {
            return server;
        }
        List<String> granted = granted(dialect, word);
        // Who may change no file may change no notebook either.
        if (granted.contains("Edit") && granted.contains("Write") && !granted.contains("NotebookEdit")) {
            List<String> more = new ArrayList<>(granted);
            more.add("NotebookEdit");
            return more;
        }
        return granted;
    }

    /** Returns whether a dialect has words for tools that mean something else than the tool's name would. */
    public static boolean hasWords(Dialect dialect) {
        return !ReadWords.of(dialect).isEmpty();
    }
}
