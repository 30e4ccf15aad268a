package dev.cadre.core.convert;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.ModelChoice;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectKeys;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.format.ProductNames;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One definition on its way into a dialect: the keys so far, and what was lost. */
final class Writing {

    private static final Set<String> ALIASES = Set.of("sonnet", "opus", "haiku", "fable");

    private static final Set<String> THEME_COLORS =
            Set.of("primary", "secondary", "accent", "success", "warning", "error", "info");

    private final AgentDefinition definition;
    private final Dialect dialect;
    private final Map<Meaning, String> keyOf = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    private final List<String> losses = new ArrayList<>();
    private final List<String> widenings = new ArrayList<>();

    Writing(AgentDefinition definition, Dialect dialect) {
        this.definition = definition;
        this.dialect = dialect;
        DialectKeys.written(dialect).forEach((key, meaning) -> keyOf.putIfAbsent(meaning, key));
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

    /** Returns what the result would allow beyond what comparing definitions can tell. */
    List<String> widenings() {
        return widenings;
    }

    /** Returns whether the dialect lists MCP servers and takes rules with limits among the tools. */
    boolean isClaudeFile() {
        return dialect == Dialect.CLAUDE || dialect == Dialect.CLAUDE_JSON;
    }

    private boolean isClaudeProduct() {
        return isClaudeFile() || dialect == Dialect.SKILL;
    }

    /** Returns whether a rule with a limit may stand among the tools. */
    boolean isClaudeLike() {
        return isClaudeFile() || dialect == Dialect.QWEN;
    }

    /** Tells that limits among the tools are this library's own. */
    void tellLimits(List<String> scoped) {
        if (!scoped.isEmpty() && isFromElsewhere()) {
            losses.add("the limits of the tools " + String.join(", ", scoped)
                    + " hold in Cadre; the product itself makes the whole tool available");
        }
    }

    /** Tells that a restriction holds for more tools than its own. */
    void tellBroader(PermissionRule rule, String says, List<String> meant) {
        List<String> others =
                meant.stream().filter(tool -> !tool.equals(rule.tool())).toList();
        if (!others.isEmpty()) {
            losses.add(
                    "the rule that " + says + " " + rule + " holds there for " + String.join(", ", others) + ", too");
        }
    }

    /** Tells that the map of permissions is this library's own. */
    void tellPermissions() {
        if (isFromElsewhere()) {
            losses.add("the permissions hold in Cadre; the product itself does not know the key");
        }
    }

    private boolean isFromElsewhere() {
        Dialect origin = definition.origin().dialect();
        boolean claude = origin == Dialect.CLAUDE || origin == Dialect.CLAUDE_JSON || origin == Dialect.CLAUDE_PLUGIN;
        return isClaudeFile() ? !claude : origin != dialect;
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
        put(Meaning.NAME, "the name", name());
        if (!name().equals(definition.name())) {
            losses.add("the name \"" + definition.name() + "\" is refused there; it is written as \"" + name() + "\"");
        }
        put(Meaning.DESCRIPTION, "the description", definition.description());
        tooLong("the description", definition.description(), dialect == Dialect.FACTORY ? 500 : 0);
        tooLong("the prompt", definition.prompt(), dialect == Dialect.COPILOT ? 30_000 : 0);
        model();
        definition.effort().ifPresent(effort -> put(Meaning.EFFORT, "the effort", effort));
        definition
                .color()
                .filter(color -> !has(Meaning.ANY_COLOR) || isThemeColor(color))
                .ifPresentOrElse(
                        color -> put(has(Meaning.COLOR) ? Meaning.COLOR : Meaning.ANY_COLOR, "the colour", color),
                        this::loseColor);
        optional(Meaning.SKILLS, "the skills", definition.skills());
        new ServersWriter(this).write(definition.mcpServers());
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

    /** Returns the name that is written. */
    String name() {
        return ProductNames.fitted(dialect, definition.name());
    }

    private void tooLong(String what, String text, int most) {
        if (most > 0 && text.length() > most) {
            losses.add(what + " has " + text.length() + " characters; at most " + most + " are taken there");
        }
    }

    // opencode does not start with a colour that it does not know.
    private static boolean isThemeColor(String color) {
        return color.startsWith("#") || THEME_COLORS.contains(color);
    }

    private void loseColor() {
        definition.color().ifPresent(color -> losses.add("the colour " + color + " can not be expressed"));
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
            if (dialect == Dialect.OPENCODE && named.name().indexOf('/') < 0) {
                losses.add("the model \"" + named.name() + "\" is written as it is; there, models are provider/model");
            } else if (has(Meaning.MODEL)
                    && isFromElsewhere()
                    && !isClaudeProduct()
                    && ALIASES.contains(named.name())) {
                losses.add("the model \"" + named.name() + "\" is written as it is; there, it is no alias of a model");
            }
        } else if (definition.model() instanceof ModelChoice.Priority priority) {
            boolean lists = dialect == Dialect.COPILOT || dialect == Dialect.CHATMODE || !isFromElsewhere();
            put(
                    Meaning.MODEL,
                    "the models",
                    lists ? priority.names() : priority.names().get(0));
            if (!lists) {
                losses.add("of the models only the first can be expressed");
            }
        }
    }

    /** Returns the tools that are named, or empty if they are inherited. */
    Optional<List<PermissionRule>> tools() {
        return definition.tools() instanceof ToolSelection.Only only ? Optional.of(only.entries()) : Optional.empty();
    }

    /** Keeps unknown keys where they stay without meaning; one that would get a meaning by the change is left out. */
    void putExtensions() {
        boolean same = definition.origin().dialect() == dialect;
        Map<String, Meaning> before = DialectKeys.of(definition.origin().dialect());
        definition.extensions().forEach((key, value) -> {
            Meaning meaning = DialectKeys.of(dialect).get(key);
            // What the product understands stays only if it was understood before.
            boolean inert = meaning == Meaning.IGNORED || (meaning == Meaning.KEPT && before.get(key) == Meaning.KEPT);
            if (inert || (same && (meaning == null || meaning.isKeptWhole()))) {
                keys.putIfAbsent(key, value);
            } else {
                losses.add("the key \"" + key + "\" "
                        + (meaning == null ? "has no meaning there" : "would get a meaning there that it had not")
                        + " and is left out");
            }
        });
    }
}
