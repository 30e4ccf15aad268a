package dev.cadre.core.source;

import java.util.Locale;
import java.util.Set;

/** Knows how keys look at the start of a line, and which of them restrict an agent. */
public final class Keys {

    // Folded as by fold(): what limits an agent in any dialect. Their values are never guessed.
    private static final Set<String> RESTRICTIONS = Set.of(
            "tool",
            "tools",
            "allowedtools",
            "allowtools",
            "enabledtools",
            "disallowedtools",
            "disallowtools",
            "deniedtools",
            "denytools",
            "excludedtools",
            "blockedtools",
            "disabledtools",
            "permission",
            "permissions",
            "permissionmode",
            "approvalmode",
            "approvalpolicy",
            "readonly",
            "sandbox",
            "sandboxmode",
            "isolation",
            "maxturns",
            "groups");

    // Keys that documented formats use at the top level, and those that are common in public files. They matter only
    // where
    // a frontmatter is not valid YAML: a line that starts with one of them starts a value of its own.
    private static final Set<String> COMMON = Set.of(
            "name",
            "description",
            "tools",
            "disallowedTools",
            "model",
            "permissionMode",
            "maxTurns",
            "skills",
            "mcpServers",
            "hooks",
            "memory",
            "background",
            "effort",
            "isolation",
            "color",
            "initialPrompt",
            "omitClaudeMd",
            "experimental",
            "permissions",
            "permission",
            "allowed-tools",
            "allowedTools",
            "disallowed-tools",
            "argument-hint",
            "arguments",
            "when_to_use",
            "license",
            "compatibility",
            "metadata",
            "mode",
            "temperature",
            "top_p",
            "steps",
            "prompt",
            "disable",
            "hidden",
            "target",
            "disable-model-invocation",
            "user-invocable",
            "infer",
            "mcp-servers",
            "agents",
            "handoffs",
            "kind",
            "display_name",
            "mcp_servers",
            "max_turns",
            "timeout_mins",
            "readonly",
            "is_background",
            "approvalMode",
            "reasoningEffort",
            "version",
            "author",
            "category",
            "tags",
            "emoji",
            "vibe",
            "priority",
            "type",
            "complexity",
            "related",
            "hint",
            "platforms",
            "context",
            "capabilities");

    // Values of these are prose; only they may be recovered together with the lines below them.
    private static final Set<String> PROSE =
            Set.of("description", "when_to_use", "whentouse", "initialprompt", "prompt", "instructions");

    private Keys() {}

    static boolean isCommon(String key) {
        return COMMON.contains(key);
    }

    static boolean isProse(String key) {
        return PROSE.contains(key.toLowerCase(Locale.ROOT));
    }

    /** Returns a key without case, hyphens, underscores and blanks, so that spellings can be compared. */
    public static String fold(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c != '-' && c != '_' && c != ' ') {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Returns whether a key restricts an agent, in whatever spelling. */
    public static boolean isRestriction(String key) {
        return RESTRICTIONS.contains(fold(key));
    }

    /** Returns the key that a line starts with, without quotes, or an empty string; the line may be indented. */
    static String ofLine(String text, int start, int end) {
        int i = start;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        char quote = i < end && (text.charAt(i) == '"' || text.charAt(i) == '\'') ? text.charAt(i) : 0;
        int from = quote == 0 ? i : i + 1;
        i = from;
        while (i < end && (isWord(text.charAt(i)) || (i > from && text.charAt(i) == ' '))) {
            i++;
        }
        int to = i;
        if (quote != 0) {
            if (i >= end || text.charAt(i) != quote) {
                return "";
            }
            i++;
            while (i < end && text.charAt(i) == ' ') {
                i++;
            }
        }
        boolean colon = i < end && text.charAt(i) == ':';
        boolean ends = colon && (i + 1 == end || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '\t');
        return ends && to > from ? text.substring(from, to).stripTrailing() : "";
    }

    /**
     * Returns the key that somebody meant to write at the start of a line, or an empty string: signs that can't be seen
     * may stand before it, and behind it an equals sign, a wide colon, or a colon without a blank.
     */
    static String meant(String text, int start, int end) {
        int from = start;
        while (from < end && isUnseen(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < end && isWord(text.charAt(to))) {
            to++;
        }
        int sign = to;
        while (sign < end && isUnseen(text.charAt(sign))) {
            sign++;
        }
        boolean ends = sign < end && ":=\uff1a".indexOf(text.charAt(sign)) >= 0;
        return ends ? text.substring(from, to) : ofLine(text, start, end);
    }

    private static boolean isUnseen(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }
}
