package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Knows the keys of each dialect; sources are the products' pages and code of autumn 2026. */
public final class DialectKeys {

    private static final Map<Dialect, Map<String, Meaning>> KEYS = tables();

    // Understood where they stand, though the product itself does not know them: they are never written.
    private static final Map<Dialect, Set<String>> FOREIGN = foreign();

    private DialectKeys() {}

    /** Returns the keys of a dialect, in the order of its documentation. */
    public static Map<String, Meaning> of(Dialect dialect) {
        return KEYS.getOrDefault(dialect, Map.of());
    }

    /** Returns the keys by which a dialect can be written: those that its product holds to. */
    public static Map<String, Meaning> written(Dialect dialect) {
        Map<String, Meaning> written = new LinkedHashMap<>(of(dialect));
        written.keySet().removeAll(FOREIGN.getOrDefault(dialect, Set.of()));
        return Collections.unmodifiableMap(written);
    }

    private static Map<Dialect, Set<String>> foreign() {
        Map<Dialect, Set<String>> foreign = new EnumMap<>(Dialect.class);
        foreign.put(Dialect.CLAUDE_JSON, Set.of("omitClaudeMd", "experimental"));
        foreign.put(Dialect.COPILOT, Set.of("disallowedTools"));
        foreign.put(Dialect.CHATMODE, Set.of("disallowedTools"));
        foreign.put(Dialect.CURSOR, Set.of("tools"));
        foreign.put(
                Dialect.QWEN,
                Set.of(
                        "permissions",
                        "skills",
                        "memory",
                        "background",
                        "effort",
                        "isolation",
                        "initialPrompt",
                        "omitClaudeMd",
                        "experimental"));
        return foreign;
    }

    private static Map<Dialect, Map<String, Meaning>> tables() {
        Map<Dialect, Map<String, Meaning>> tables = new EnumMap<>(Dialect.class);
        tables.put(Dialect.CLAUDE, claude().done());
        tables.put(
                Dialect.CLAUDE_JSON,
                claude().key("prompt", Meaning.PROMPT)
                        .key("color", Meaning.KEPT)
                        .done());
        tables.put(
                Dialect.CLAUDE_PLUGIN,
                claude().keys(Meaning.IGNORED, "hooks", "mcpServers", "initialPrompt")
                        .done());
        tables.put(Dialect.COPILOT, copilot().done());
        tables.put(Dialect.CHATMODE, copilot().done());
        tables.put(Dialect.OPENCODE, opencode().done());
        tables.put(Dialect.GEMINI, gemini().done());
        tables.put(
                Dialect.QWEN,
                claude().key("approvalMode", Meaning.APPROVAL_MODE)
                        .key("modelConfig", Meaning.MODEL_CONFIG)
                        .key("runConfig", Meaning.RUN_CONFIG)
                        .done());
        tables.put(
                Dialect.FACTORY,
                common().key("tools", Meaning.TOOLS)
                        .key("reasoningEffort", Meaning.EFFORT)
                        .key("mcpServers", Meaning.ONLY_SERVERS)
                        .keys(Meaning.KEPT, "version", "location")
                        .done());
        tables.put(Dialect.KIRO, kiro().done());
        tables.put(
                Dialect.CURSOR,
                common().key("readonly", Meaning.READONLY)
                        .key("is_background", Meaning.BACKGROUND)
                        .key("tools", Meaning.TOOLS)
                        .keys(Meaning.KEPT, "alwaysApply", "globs")
                        .done());
        tables.put(Dialect.CODEX, codex().done());
        tables.put(
                Dialect.ROO,
                new Table()
                        .key("slug", Meaning.NAME)
                        .key("name", Meaning.KEPT)
                        .key("description", Meaning.DESCRIPTION)
                        .key("whenToUse", Meaning.WHEN_TO_USE)
                        .key("roleDefinition", Meaning.PROMPT)
                        .key("customInstructions", Meaning.INSTRUCTIONS)
                        .key("groups", Meaning.GROUPS)
                        .keys(Meaning.KEPT, "source", "iconName")
                        .done());
        tables.put(Dialect.SKILL, skill().done());
        return Collections.unmodifiableMap(tables);
    }

    private static Table common() {
        return new Table()
                .key("name", Meaning.NAME)
                .key("description", Meaning.DESCRIPTION)
                .key("model", Meaning.MODEL);
    }

    private static Table claude() {
        return new Table()
                .key("name", Meaning.NAME)
                .key("description", Meaning.DESCRIPTION)
                .key("tools", Meaning.TOOLS)
                .key("disallowedTools", Meaning.DISALLOWED_TOOLS)
                .key("model", Meaning.MODEL)
                .key("permissionMode", Meaning.PERMISSION_MODE)
                .key("permissions", Meaning.PERMISSIONS)
                .key("maxTurns", Meaning.MAX_TURNS)
                .key("skills", Meaning.SKILLS)
                .key("mcpServers", Meaning.MCP_SERVERS)
                .key("hooks", Meaning.HOOKS)
                .key("memory", Meaning.MEMORY)
                .key("background", Meaning.BACKGROUND)
                .key("effort", Meaning.EFFORT)
                .key("isolation", Meaning.ISOLATION)
                .key("color", Meaning.COLOR)
                .key("initialPrompt", Meaning.INITIAL_PROMPT)
                .key("omitClaudeMd", Meaning.OMIT_CLAUDE_MD)
                .key("experimental", Meaning.EXPERIMENTAL);
    }

    private static Table copilot() {
        return common().key("tools", Meaning.TOOLS)
                .key("agents", Meaning.AGENTS)
                .key("mcp-servers", Meaning.MCP_SERVERS)
                .key("hooks", Meaning.HOOKS)
                .key("disallowedTools", Meaning.DISALLOWED_TOOLS)
                .keys(Meaning.KEPT, "target", "disable-model-invocation", "user-invocable", "user-invokable", "infer")
                .keys(Meaning.KEPT, "metadata", "argument-hint", "handoffs", "mode", "title");
    }

    private static Table opencode() {
        return common().key("tools", Meaning.TOOLS)
                .key("permission", Meaning.ACTIONS)
                .key("prompt", Meaning.PROMPT)
                .key("temperature", Meaning.TEMPERATURE)
                .key("steps", Meaning.MAX_TURNS)
                .key("maxSteps", Meaning.MAX_TURNS)
                .key("color", Meaning.ANY_COLOR)
                .key("reasoningEffort", Meaning.EFFORT)
                .key("disable", Meaning.DISABLED)
                .keys(Meaning.KEPT, "mode", "top_p", "hidden", "variant", "options");
    }

    private static Table gemini() {
        return common().key("tools", Meaning.TOOLS)
                .key("mcp_servers", Meaning.MCP_SERVERS)
                .key("mcpServers", Meaning.MCP_SERVERS)
                .key("temperature", Meaning.TEMPERATURE)
                .key("max_turns", Meaning.MAX_TURNS)
                .key("timeout_mins", Meaning.TIMEOUT_MINUTES)
                .keys(Meaning.KEPT, "kind", "display_name", "agent_card_url", "agent_card_json", "auth");
    }

    private static Table kiro() {
        return common().key("tools", Meaning.TOOLS)
                .key("allowedTools", Meaning.APPROVED_TOOLS)
                .key("prompt", Meaning.PROMPT)
                .key("mcpServers", Meaning.MCP_SERVERS)
                .key("hooks", Meaning.HOOKS)
                .key("permissions", Meaning.CAPABILITY_RULES)
                .key("toolsSettings", Meaning.TOOLS_SETTINGS)
                .keys(Meaning.KEPT, "resources", "welcomeMessage", "toolAliases", "includeMcpJson")
                .keys(Meaning.KEPT, "useLegacyMcpJson", "keyboardShortcut");
    }

    private static Table codex() {
        return common().key("developer_instructions", Meaning.PROMPT)
                .key("model_reasoning_effort", Meaning.EFFORT)
                .key("sandbox_mode", Meaning.SANDBOX_MODE)
                .key("approval_policy", Meaning.APPROVAL_POLICY)
                .key("web_search", Meaning.WEB_SEARCH)
                .key("mcp_servers", Meaning.MCP_SERVERS)
                .keys(Meaning.KEPT, "nickname_candidates", "skills", "model_provider", "sandbox_workspace_write")
                .keys(Meaning.KEPT, "features", "model_reasoning_summary", "model_verbosity", "personality")
                // Of its config.toml, whose keys a role may set.
                .keys(Meaning.KEPT, "model_context_window", "model_max_output_tokens", "model_auto_compact_token_limit")
                .keys(Meaning.KEPT, "model_supports_reasoning_summaries", "model_providers", "notify", "profile")
                .keys(Meaning.KEPT, "shell_environment_policy", "project_doc_max_bytes", "history", "file_opener")
                .keys(Meaning.KEPT, "hide_agent_reasoning", "show_raw_agent_reasoning", "tui", "otel", "agents");
    }

    private static Table skill() {
        return common().key("when_to_use", Meaning.WHEN_TO_USE)
                .key("allowed-tools", Meaning.APPROVED_TOOLS)
                .key("disallowed-tools", Meaning.DISALLOWED_TOOLS)
                .key("effort", Meaning.EFFORT)
                .key("hooks", Meaning.HOOKS)
                .key("background", Meaning.BACKGROUND)
                .keys(Meaning.KEPT, "license", "compatibility", "metadata", "argument-hint", "arguments", "context")
                .keys(Meaning.KEPT, "disable-model-invocation", "user-invocable", "agent", "paths", "shell", "version");
    }

    private static final class Table {

        private final Map<String, Meaning> keys = new LinkedHashMap<>();

        Table key(String key, Meaning meaning) {
            keys.put(key, meaning);
            return this;
        }

        Table keys(Meaning meaning, String... names) {
            for (String name : names) {
                keys.put(name, meaning);
            }
            return this;
        }

        Map<String, Meaning> done() {
            return Collections.unmodifiableMap(keys);
        }
    }
}
