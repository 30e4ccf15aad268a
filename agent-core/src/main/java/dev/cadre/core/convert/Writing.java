package dev.cadre.core.convert;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.McpServer;
import dev.cadre.core.definition.ModelChoice;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectKeys;
import dev.cadre.core.format.Meaning;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One definition on its way into a dialect: the keys so far, and what was lost. */
final class Writing {

    private final AgentDefinition definition;
    private final Dialect dialect;
    private final Map<Meaning, String> keyOf = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    private final List<String> losses = new ArrayList<>();

    Writing(AgentDefinition definition, Dialect dialect) {
        this.definition = definition;
        this.dialect = dialect;
        DialectKeys.of(dialect).forEach((key, meaning) -> keyOf.putIfAbsent(meaning, key));
    }

    AgentDefinition definition() {
        return definition;
    }

    Dialect dialect() {
        return dialect;
    }

    List<String> losses() {
        return losses;
    }

    Map<String, @Nullable Object> keys() {
        return keys;
    }

    /** Sets the key of a meaning; a dialect without one loses the value. */
    void put(Meaning meaning, String what, @Nullable Object value) {
        String key = keyOf.get(meaning);
        if (key != null) {
            keys.put(key, value);
        } else {
            losses.add(what + " can not be expressed");
        }
    }

    boolean has(Meaning meaning) {
        return keyOf.containsKey(meaning);
    }

    /** Writes everything but tools and other restrictions. */
    void putCommon() {
        put(Meaning.NAME, "the name", definition.name());
        put(Meaning.DESCRIPTION, "the description", definition.description());
        model();
        definition.effort().ifPresent(effort -> put(Meaning.EFFORT, "the effort", effort));
        definition
                .color()
                .ifPresent(color -> put(has(Meaning.COLOR) ? Meaning.COLOR : Meaning.ANY_COLOR, "the colour", color));
        optional(Meaning.SKILLS, "the skills", definition.skills());
        optional(Meaning.MCP_SERVERS, "the MCP servers", servers());
        optional(Meaning.HOOKS, "the hooks", definition.hooks());
        optional(Meaning.EXPERIMENTAL, "the experimental switches", definition.experimental());
        optional(Meaning.OUTPUT_SCHEMA, "the schema of the answer", definition.outputSchema());
        definition
                .memory()
                .ifPresent(
                        scope -> put(Meaning.MEMORY, "the memory", scope.name().toLowerCase(Locale.ROOT)));
        if (definition.background()) {
            put(Meaning.BACKGROUND, "running in the background", true);
        }
        definition.initialPrompt().ifPresent(text -> put(Meaning.INITIAL_PROMPT, "the first message", text));
        if (definition.omitClaudeMd()) {
            put(Meaning.OMIT_CLAUDE_MD, "leaving out instruction files", true);
        }
        definition.temperature().ifPresent(value -> put(Meaning.TEMPERATURE, "the temperature", value));
        definition
                .timeout()
                .ifPresent(time -> put(Meaning.TIMEOUT_MINUTES, "the time limit", time.toMillis() / 60_000.0));
        definition.maxTurns().ifPresent(turns -> put(Meaning.MAX_TURNS, "the turn limit", turns));
    }

    private void optional(Meaning meaning, String what, Object value) {
        boolean empty = value instanceof Map<?, ?> map ? map.isEmpty() : ((List<?>) value).isEmpty();
        if (!empty) {
            put(meaning, what, value);
        }
    }

    private void model() {
        if (definition.model() instanceof ModelChoice.Named named) {
            put(Meaning.MODEL, "the model", named.name());
        } else if (definition.model() instanceof ModelChoice.Priority priority) {
            put(Meaning.MODEL, "the models", priority.names());
        }
    }

    private List<Object> servers() {
        List<Object> servers = new ArrayList<>();
        for (McpServer server : definition.mcpServers()) {
            servers.add(
                    server instanceof McpServer.Inline inline
                            ? Collections.singletonMap(inline.name(), inline.config())
                            : server.name());
        }
        return servers;
    }

    /** Returns the tools that are named, or empty if they are inherited. */
    Optional<List<PermissionRule>> tools() {
        return definition.tools() instanceof ToolSelection.Only only ? Optional.of(only.entries()) : Optional.empty();
    }

    /** Keeps unknown keys where the dialect does not know them otherwise. */
    void putExtensions() {
        definition.extensions().forEach((key, value) -> {
            if (!keys.containsKey(key) && !DialectKeys.of(dialect).containsKey(key)) {
                losses.add("the key \"" + key + "\" has no meaning there and is left out");
            } else {
                keys.putIfAbsent(key, value);
            }
        });
    }
}
