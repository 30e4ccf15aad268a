package dev.cadre.core.format;

/** Says what a key of some dialect means for a definition. */
public enum Meaning {
    /** The name. */
    NAME,
    /** When to use the agent. */
    DESCRIPTION,
    /** More text of the description. */
    WHEN_TO_USE,
    /** The prompt, where it is no body. */
    PROMPT,
    /** More text of the prompt. */
    INSTRUCTIONS,
    /** Which tools are available. */
    TOOLS,
    /** Which tools are denied. */
    DISALLOWED_TOOLS,
    /** Which calls need no approval; a definition's wish only. */
    APPROVED_TOOLS,
    /** The switches and rules of Cadre. */
    PERMISSIONS,
    /** opencode's actions by tool. */
    ACTIONS,
    /** Claude Code's permission mode. */
    PERMISSION_MODE,
    /** Qwen Code's words for modes. */
    APPROVAL_MODE,
    /** Whether everything that changes something is denied. */
    READONLY,
    /** Codex' sandbox. */
    SANDBOX_MODE,
    /** When Codex asks for approval. */
    APPROVAL_POLICY,
    /** Whether Codex may search the web. */
    WEB_SEARCH,
    /** Kiro's rules by capability. */
    CAPABILITY_RULES,
    /** Kiro's older limits by tool. */
    TOOLS_SETTINGS,
    /** Qwen Code's limits of a run. */
    RUN_CONFIG,
    /** Qwen Code's settings of the model. */
    MODEL_CONFIG,
    /** The MCP servers that may be used, and no other. */
    ONLY_SERVERS,
    /** Whether the agent is switched off. */
    DISABLED,
    /** Roo Code's groups of tools. */
    GROUPS,
    /** Which subagents may be called. */
    AGENTS,
    /** The model. */
    MODEL,
    /** The turn limit. */
    MAX_TURNS,
    /** The time limit in minutes. */
    TIMEOUT_MINUTES,
    /** The sampling temperature. */
    TEMPERATURE,
    /** The skills to start with. */
    SKILLS,
    /** The MCP servers. */
    MCP_SERVERS,
    /** The hooks. */
    HOOKS,
    /** Where notes are kept. */
    MEMORY,
    /** Whether it runs in the background. */
    BACKGROUND,
    /** How hard the model thinks. */
    EFFORT,
    /** The copy of the workspace. */
    ISOLATION,
    /** The colour, out of Claude Code's. */
    COLOR,
    /** The colour, any. */
    ANY_COLOR,
    /** The first message. */
    INITIAL_PROMPT,
    /** Whether instruction files are left out. */
    OMIT_CLAUDE_MD,
    /** Experimental switches. */
    EXPERIMENTAL,
    /** The schema of the answer. */
    OUTPUT_SCHEMA,
    /** Known in its dialect, without meaning here; kept. */
    KEPT,
    /** Known, and without effect in its dialect for safety; kept. */
    IGNORED;

    /** Returns whether the value is also kept as it is written, for it says more than what is read of it. */
    public boolean isKeptWhole() {
        return this == TOOLS_SETTINGS || this == RUN_CONFIG || this == MODEL_CONFIG || this == DISABLED;
    }

    /** Returns whether the key limits what the agent may do; such values are never guessed or dropped. */
    public boolean isRestriction() {
        return switch (this) {
            case TOOLS,
                    DISALLOWED_TOOLS,
                    PERMISSIONS,
                    ACTIONS,
                    PERMISSION_MODE,
                    APPROVAL_MODE,
                    READONLY,
                    SANDBOX_MODE,
                    APPROVAL_POLICY,
                    WEB_SEARCH,
                    CAPABILITY_RULES,
                    TOOLS_SETTINGS,
                    RUN_CONFIG,
                    ONLY_SERVERS,
                    GROUPS,
                    AGENTS,
                    MAX_TURNS,
                    TIMEOUT_MINUTES,
                    ISOLATION -> true;
            default -> false;
        };
    }
}
