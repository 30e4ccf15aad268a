package dev.cadre.tools.permission;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows the one vocabulary of tool names, that of Claude Code, and the other spellings that files use for them.
 */
public final class ToolNames {

    // In the order of Claude Code's page on tools.
    private static final Set<String> KNOWN = Set.of(
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
            "AskUserQuestion");

    private static final Map<String, String> OTHER_SPELLINGS =
            Map.of("task", "Agent", "multiedit", "Edit", "slashcommand", "Skill");

    private ToolNames() {}

    /** Returns the normal form of a name in any case or legacy spelling; unknown names stay as they are. */
    public static String normalize(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        String other = OTHER_SPELLINGS.get(folded);
        if (other != null) {
            return other;
        }
        return KNOWN.stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
    }

    /** Returns whether a normal form is one of the known tools. */
    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** Returns the known tools. */
    public static Set<String> known() {
        return KNOWN;
    }
}
