package dev.cadre.core.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A format that agent definitions are written in.
 *
 * <p>Constants are added in later versions; code that branches on them needs a default.
 */
public enum Dialect {
    /** Claude Code: Markdown with frontmatter, and the map shape of {@code tools}. */
    CLAUDE("claude"),
    /** Claude Code's {@code --agents} option: a JSON object of agents by name. */
    CLAUDE_JSON("claude-json"),
    /** An agent in a Claude Code plugin, which may not bring hooks, servers or a first message. */
    CLAUDE_PLUGIN("claude-plugin"),
    /** GitHub Copilot and VS Code: {@code *.agent.md}. */
    COPILOT("copilot"),
    /** The older chat modes of VS Code: {@code *.chatmode.md}. */
    CHATMODE("chatmode"),
    /** opencode: {@code .opencode/agents}. */
    OPENCODE("opencode"),
    /** Gemini CLI: {@code .gemini/agents}. */
    GEMINI("gemini"),
    /** Qwen Code: {@code .qwen/agents}. */
    QWEN("qwen"),
    /** Factory droids: {@code .factory/droids}. */
    FACTORY("factory"),
    /** Kiro: {@code .kiro/agents}, Markdown or JSON. */
    KIRO("kiro"),
    /** Cursor: {@code .cursor/agents}. */
    CURSOR("cursor"),
    /** OpenAI Codex roles: TOML. */
    CODEX("codex"),
    /** Roo Code modes: {@code .roomodes}, YAML or JSON, several in a file. */
    ROO("roo"),
    /** Agent Skills: {@code SKILL.md}. */
    SKILL("skill"),
    /** {@code AGENTS.md}: context for agents, which is no agent itself. */
    AGENTS_MD("agents-md"),
    /** Markdown without frontmatter: the whole text is the prompt. */
    MARKDOWN("markdown");

    private final String id;

    Dialect(String id) {
        this.id = id;
    }

    /** Returns the word that the command line and JSON use. */
    public String id() {
        return id;
    }

    /** Returns all words, in the order of this enum. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Dialect::id).toList();
    }

    /** Finds the dialect of a word. */
    public static Optional<Dialect> of(String id) {
        return Arrays.stream(values()).filter(dialect -> dialect.id.equals(id)).findFirst();
    }
}
