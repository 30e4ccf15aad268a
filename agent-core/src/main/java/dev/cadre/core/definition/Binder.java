package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectKeys;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.format.NestedShapes;
import dev.cadre.core.source.Keys;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds keys and values to a definition, by what they mean in a dialect. */
final class Binder {

    private final Problems problems;
    private final Values values;
    private final DefinitionBuilder target;
    private final ToolsBinder tools;
    private final IdentityBinder identity;
    private final WordsBinder words;
    private final PromptBinder prompts;
    private final Dialect dialect;
    private final Map<String, Meaning> keys;
    private final UnknownKeys unknown;
    private final Map<String, @Nullable Object> extensions = new LinkedHashMap<>();

    Binder(Problems problems, DefinitionBuilder target, Dialect dialect) {
        this.keys = DialectKeys.of(dialect);
        this.problems = problems;
        this.values = new Values(problems);
        this.target = target;
        this.tools = new ToolsBinder(problems, target, dialect);
        this.identity = new IdentityBinder(problems, values, target, dialect);
        this.words = new WordsBinder(problems, values);
        this.prompts = new PromptBinder(problems, values, target);
        this.dialect = dialect;
        this.unknown = new UnknownKeys(problems, dialect, keys);
    }

    /** Binds all keys; a key that stands twice counts with its last value, unless it restricts. */
    @SuppressWarnings("NullAway") // JSON null is a value of an extension
    void bind(Node.Mapping mapping) {
        unknown.beside(mapping);
        Map<String, Node> seen = new HashMap<>();
        List<Node.Entry> later = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (!(entry.key().toJson() instanceof String)) {
                problems.add(problems.at(
                                entry.key(),
                                DiagnosticCode.YAML_KEY_NOT_TEXT,
                                "YAML reads the key \"" + entry.key().text() + "\" as no text; it is read as text")
                        .advice("put the key in quotes"));
            }
            Node first = seen.putIfAbsent(entry.key().text(), entry.value());
            if (first == null || repeated(entry, first)) {
                if (isNarrowing(entry)) {
                    later.add(entry);
                } else {
                    bind(entry);
                }
            }
        }
        later.forEach(this::bind);
        if (dialect == Dialect.ROO && mapping.get("groups") == null) {
            new ForeignRestrictions(problems, target, tools).withoutGroups(mapping);
        }
        target.extensions = extensions.isEmpty() ? Map.of() : Collections.unmodifiableMap(extensions);
        ToolConflicts.report(problems, target, mapping);
        new ToolsReview(problems, target, dialect).report(mapping);
    }

    // These narrow the list of tools, wherever it stands.
    private boolean isNarrowing(Node.Entry entry) {
        Meaning meaning = keys.get(entry.key().text());
        return meaning == Meaning.ACTIONS || meaning == Meaning.AGENTS || meaning == Meaning.ONLY_SERVERS;
    }

    // Returns whether the second value counts.
    private boolean repeated(Node.Entry entry, Node first) {
        String key = entry.key().text();
        boolean same = Objects.equals(first.toJson(), entry.value().toJson());
        boolean restriction = Keys.isRestriction(key);
        boolean fatal = restriction && !same;
        problems.add(problems.at(
                        entry.key(),
                        DiagnosticCode.YAML_DUPLICATE_KEY,
                        "the key \"" + key + "\" stands twice"
                                + (same
                                        ? " with the same value"
                                        : fatal ? " with two values" : "; the last value counts"))
                .severity(fatal ? Severity.ERROR : Severity.WARNING)
                .advice("keep one of them"));
        return !restriction;
    }

    private void bind(Node.Entry entry) {
        String key = entry.key().text();
        Node node = entry.value();
        Meaning meaning = keys.get(key);
        if (meaning == null) {
            unknown.report(entry.key());
            extensions.put(key, node.toJson());
        } else if (meaning == Meaning.KEPT || meaning == Meaning.IGNORED) {
            kept(entry, meaning);
        } else if (meaning.isRestriction()) {
            bindRestriction(key, meaning, node);
            if (meaning.isKeptWhole()) {
                extensions.put(key, node.toJson());
            }
        } else if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            bindNull(entry);
        } else {
            bindValue(key, meaning, node);
        }
    }

    private void kept(Node.Entry entry, Meaning meaning) {
        extensions.put(entry.key().text(), entry.value().toJson());
        if (entry.value() instanceof Node.Scalar scalar && scalar.isNull()) {
            bindNull(entry);
        } else {
            new KeptValues(problems, dialect).check(entry);
        }
        if (meaning == Meaning.IGNORED) {
            problems.add(problems.at(
                    entry.key(),
                    DiagnosticCode.VALUE_INERT,
                    "\"" + entry.key().text() + "\" has no effect in this format, for safety; it is kept"));
        }
    }

    private void bindValue(String key, Meaning meaning, Node node) {
        switch (meaning) {
            case NAME -> identity.name(node);
            case DESCRIPTION -> identity.description(key, node);
            case WHEN_TO_USE -> identity.occasions(key, node);
            case PROMPT -> prompts.prompt(key, node);
            case INSTRUCTIONS -> prompts.instructions(key, node);
            case APPROVED_TOOLS -> tools.approved(key, node);
            case MODEL -> model(node);
            case MODEL_CONFIG -> modelConfig(key, node);
            case TEMPERATURE -> target.temperature = values.decimal(key, node, 0, 2);
            case SKILLS -> target.skills(values.texts(key, node));
            case MCP_SERVERS -> servers(new McpServersBinder(problems, values).servers(key, node));
            case DISABLED -> disabled(key, node);
            case HOOKS -> hooks(node);
            case MEMORY -> target.memory = words.constant(key, node, MemoryScope.values());
            case BACKGROUND -> target.background(values.flag(key, node));
            case EFFORT -> target.effort = words.effort(key, node);
            case COLOR -> target.color = words.color(key, node);
            case ANY_COLOR -> target.color = words.themeColor(key, node);
            case INITIAL_PROMPT -> target.initialPrompt = values.raw(key, node);
            case OMIT_CLAUDE_MD -> target.omitClaudeMd(values.flag(key, node));
            case EXPERIMENTAL -> experimental(key, node);
            case OUTPUT_SCHEMA -> target.outputSchema(values.object(key, node));
            default -> throw new AssertionError("no binding for " + meaning);
        }
    }

    private void bindRestriction(String key, Meaning meaning, Node node) {
        ForeignRestrictions foreign = new ForeignRestrictions(problems, target, tools);
        switch (meaning) {
            case TOOLS -> tools.tools(node);
            case DISALLOWED_TOOLS -> tools.disallowed(node);
            case PERMISSIONS -> tools.permissions(key, node);
            case PERMISSION_MODE -> mode(key, node, foreign);
            case MAX_TURNS -> target.turnsAtMost(values.count(key, node));
            case TIMEOUT_MINUTES -> target.minutesAtMost(values.limit(key, node));
            case RUN_CONFIG -> foreign.runConfig(key, node, values);
            case ISOLATION -> target.isolation = words.isolation(node);
            case ACTIONS -> new ActionsBinder(problems, target, tools).bind(key, node);
            case CAPABILITY_RULES -> new CapabilityBinder(problems, values, target).bind(key, node);
            case TOOLS_SETTINGS -> new ToolsSettingsBinder(problems, values, target).bind(key, node);
            case APPROVAL_POLICY -> foreign.approvalPolicy(key, node);
            case WEB_SEARCH -> foreign.webSearch(key, node);
            case ONLY_SERVERS ->
                foreign.onlyServers(key, node, new McpServersBinder(problems, values).servers(key, node));
            case APPROVAL_MODE -> foreign.approvalMode(key, node);
            case READONLY -> foreign.readonly(key, node, values.flag(key, node));
            case SANDBOX_MODE -> foreign.sandboxMode(key, node);
            case GROUPS -> foreign.groups(key, node);
            case AGENTS -> foreign.agents(key, node, values.texts(key, node));
            default -> throw new AssertionError("no binding for the restriction " + meaning);
        }
    }

    private void bindNull(Node.Entry entry) {
        String key = entry.key().text();
        if (values.isBeforeComment(entry.value())) {
            problems.add(problems.at(
                            entry.value(),
                            DiagnosticCode.YAML_COMMENT,
                            "the value of \"" + key + "\" starts with a number sign, so YAML reads it as a comment")
                    .advice("put the value in quotes"));
        }
        problems.add(
                problems.at(entry.key(), DiagnosticCode.VALUE_NULL, "\"" + key + "\" has no value; it counts as absent")
                        .advice("write a value or remove the key"));
    }

    /** Binds the name, which some formats write as a key of the agent. */
    void name(Node node) {
        identity.name(node);
    }

    private void mode(String key, Node node, ForeignRestrictions foreign) {
        PermissionMode mode = words.permissionMode(node);
        if (mode != null) {
            foreign.mode(key, node, mode);
        }
        if (dialect == Dialect.CLAUDE_PLUGIN) {
            problems.add(problems.at(
                    node,
                    DiagnosticCode.VALUE_INERT,
                    "\"" + key + "\" has no effect in a plugin's agent; here it holds, for it can only narrow"));
        }
    }

    // VS Code's and Kiro's are of another shape.
    private boolean hasClaudeHooks() {
        return words.isClaude(dialect) || dialect == Dialect.QWEN || dialect == Dialect.SKILL;
    }

    // Two spellings of the key add up.
    private void servers(List<McpServer> servers) {
        List<McpServer> all = new ArrayList<>(target.mcpServers);
        all.addAll(servers);
        target.mcpServers(all);
    }

    private void disabled(String key, Node node) {
        extensions.put(key, node.toJson());
        if (values.flag(key, node)) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.FILE_SWITCHED_OFF,
                            "\"" + key + "\" switches the agent off; discovery passes it over")
                    .advice("remove the key to use the agent"));
        }
    }

    private void modelConfig(String path, Node node) {
        extensions.put(path, node.toJson());
        for (Node.Entry entry : values.entries(path, node)) {
            switch (entry.key().text()) {
                case "model" -> model(entry.value());
                case "temp" -> target.temperature = values.decimal(path + ".temp", entry.value(), 0, 2);
                default -> {
                    // Kept as a part of the whole.
                }
            }
        }
    }

    private void experimental(String key, Node node) {
        target.experimental(values.object(key, node));
        if (node instanceof Node.Mapping) {
            new ShapeCheck(problems).check(key, node, NestedShapes.EXPERIMENTAL);
        }
    }

    private void model(Node node) {
        if (node instanceof Node.Sequence) {
            List<String> names = values.texts("model", node);
            if (!names.isEmpty()) {
                target.model(new ModelChoice.Priority(names));
            }
            return;
        }
        String model = values.word("model", node);
        if (model != null) {
            if (words.isClaude(dialect)) {
                words.alias(node, model);
            }
            target.model(model.equals("inherit") ? ModelChoice.inherit() : ModelChoice.named(model));
        }
    }

    private void hooks(Node node) {
        target.hooks(values.object("hooks", node));
        if (node instanceof Node.Mapping && hasClaudeHooks()) {
            new ShapeCheck(problems).check("hooks", node, NestedShapes.HOOKS);
        }
        problems.add(problems.at(
                node,
                DiagnosticCode.VALUE_INERT,
                "hooks of a definition are never in force unless the host allows them"));
    }
}
