package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectKeys;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.source.Keys;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds keys and values to a definition, by what they mean in a dialect. */
final class Binder {

    private static final List<String> COLORS =
            List.of("red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan");
    private static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");

    private final Problems problems;
    private final Values values;
    private final DefinitionBuilder target;
    private final ToolsBinder tools;
    private final Dialect dialect;
    private final Map<String, Meaning> keys;
    private final Map<String, @Nullable Object> extensions = new LinkedHashMap<>();

    Binder(Problems problems, DefinitionBuilder target, Dialect dialect) {
        this.dialect = dialect;
        this.keys = DialectKeys.of(dialect);
        this.problems = problems;
        this.values = new Values(problems);
        this.target = target;
        this.tools = new ToolsBinder(problems, target, dialect);
    }

    /** Binds all keys; a key that stands twice counts with its last value, unless it restricts. */
    @SuppressWarnings("NullAway") // JSON null is a value of an extension
    void bind(Node.Mapping mapping) {
        Map<String, Node> seen = new HashMap<>();
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
                bind(entry);
            }
        }
        target.extensions = Collections.unmodifiableMap(extensions);
        tools.warnOfConflicts(mapping);
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
            UnknownKeys.report(problems, entry, keys);
            extensions.put(key, node.toJson());
        } else if (meaning == Meaning.KEPT || meaning == Meaning.IGNORED) {
            kept(entry, meaning);
        } else if (meaning.isRestriction()) {
            bindRestriction(key, meaning, node);
        } else if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            bindNull(entry);
        } else {
            bindValue(key, meaning, node);
        }
    }

    private void kept(Node.Entry entry, Meaning meaning) {
        extensions.put(entry.key().text(), entry.value().toJson());
        if (meaning == Meaning.IGNORED) {
            problems.add(problems.at(
                    entry.key(),
                    DiagnosticCode.VALUE_INERT,
                    "\"" + entry.key().text() + "\" has no effect in this format, for safety; it is kept"));
        }
    }

    private void bindValue(String key, Meaning meaning, Node node) {
        switch (meaning) {
            case NAME -> name(node);
            case DESCRIPTION -> description(key, node, "");
            case WHEN_TO_USE -> description(key, node, "\n");
            case PROMPT -> target.prompt = Objects.requireNonNullElse(values.raw(key, node), target.prompt);
            case INSTRUCTIONS -> target.prompt += "\n\n" + Objects.requireNonNullElse(values.raw(key, node), "");
            case APPROVED_TOOLS -> tools.approved(key, node);
            case MODEL -> model(node);
            case TEMPERATURE -> target.temperature = values.decimal(key, node, 0, 2);
            case TIMEOUT_MINUTES -> timeout(key, node);
            case SKILLS -> target.skills(values.texts(key, node));
            case MCP_SERVERS -> target.mcpServers(new McpServersBinder(values).servers(key, node));
            case HOOKS -> hooks(node);
            case MEMORY -> target.memory = constant(key, node, MemoryScope.values());
            case BACKGROUND -> target.background(values.flag(key, node));
            case EFFORT -> target.effort = listed(key, node, EFFORTS);
            case COLOR -> target.color = listed(key, node, COLORS);
            case ANY_COLOR -> target.color = values.text(key, node);
            case INITIAL_PROMPT -> target.initialPrompt = values.raw(key, node);
            case OMIT_CLAUDE_MD -> target.omitClaudeMd(values.flag(key, node));
            case EXPERIMENTAL -> target.experimental(values.object(key, node));
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
            case PERMISSION_MODE -> permissionMode(node);
            case MAX_TURNS -> target.maxTurns = values.count(key, node);
            case ISOLATION -> isolation(node);
            case ACTIONS -> foreign.actions(key, node);
            case APPROVAL_MODE -> foreign.approvalMode(key, node);
            case READONLY -> foreign.readonly(key, node, values.flag(key, node));
            case SANDBOX_MODE -> foreign.sandboxMode(key, node);
            case GROUPS -> foreign.groups(key, node);
            case AGENTS -> foreign.agents(key, node, values.texts(key, node));
            default -> throw new AssertionError("no binding for the restriction " + meaning);
        }
    }

    private void timeout(String key, Node node) {
        Double minutes = values.decimal(key, node, 0, 1_000_000);
        if (minutes != null && minutes > 0) {
            target.timeout(Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000))));
        }
    }

    private void bindNull(Node.Entry entry) {
        String key = entry.key().text();
        if (commentBehind(entry.value())) {
            problems.add(problems.at(
                            entry.value(),
                            DiagnosticCode.YAML_COMMENT,
                            "the value of \"" + key + "\" starts with a number sign, so YAML reads it as a comment")
                    .advice("put the value in quotes"));
        }
        problems.add(problems.at(
                        entry.key(),
                        DiagnosticCode.VALUE_NULL,
                        "\"" + key + "\" has no value" + "; it counts as absent")
                .advice("write a value or remove the key"));
    }

    private boolean commentBehind(Node node) {
        String text = problems.head();
        int at = node.offset() + node.length();
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '#';
    }

    /** Binds the name, which some formats write as a key of the agent. */
    void name(Node node) {
        String name = values.word("name", node);
        if (name == null) {
            return;
        }
        target.name = name;
        Optional<String> forbidden = isClaude() ? NameRules.claudeProblem(name) : NameRules.problem(name);
        forbidden.ifPresent(problem ->
                problems.add(problems.at(node, DiagnosticCode.NAME_INVALID, "the name \"" + name + "\" " + problem)
                        .found(name)
                        .advice("use lower case, digits and hyphens, such as \"" + NameRules.slug(name) + "\"")));
        if (!NameRules.isUsual(name) && forbidden.isEmpty() && isClaude()) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.NAME_STYLE,
                            "the name \"" + name + "\" is not in lower case with hyphens; some readers refuse it")
                    .found(name)
                    .advice("use \"" + NameRules.slug(name) + "\""));
        }
    }

    private boolean isClaude() {
        return dialect == Dialect.CLAUDE || dialect == Dialect.CLAUDE_JSON || dialect == Dialect.CLAUDE_PLUGIN;
    }

    private void description(String key, Node node, String before) {
        String description = values.word(key, node);
        if (description == null) {
            return;
        }
        target.description = target.description.isEmpty() ? description : target.description + before + description;
        if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.PLAIN && commentBehind(node)) {
            problems.add(problems.at(
                            node.offset() + node.length(),
                            1,
                            DiagnosticCode.YAML_COMMENT,
                            "YAML reads the rest of this line as a comment, so the text ends here")
                    .advice("put the text in quotes"));
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
            target.model(model.equals("inherit") ? ModelChoice.inherit() : ModelChoice.named(model));
        }
    }

    private void permissionMode(Node node) {
        String word = values.text("permissionMode", node);
        if (word == null) {
            return;
        }
        target.permissionMode = PermissionMode.of(word).orElse(null);
        if (target.permissionMode == null) {
            String near = Spelling.nearest(word, PermissionMode.words());
            problems.add(problems.at(
                            node,
                            DiagnosticCode.PERMISSION_MODE,
                            "unknown permission mode \"" + word + "\"; expected one of "
                                    + String.join(", ", PermissionMode.words()))
                    .found(word)
                    .allowed(PermissionMode.words())
                    .advice(
                            near.isEmpty()
                                    ? "use one of the modes, or remove the key to inherit"
                                    : "did you mean " + near + "?"));
        }
    }

    private void isolation(Node node) {
        if ("worktree".equals(values.text("isolation", node))) {
            target.isolation(Isolation.WORKTREE);
            return;
        }
        problems.add(problems.at(node, DiagnosticCode.VALUE_TYPE, "unknown isolation; expected worktree")
                .found(Values.shown(node))
                .allowed(List.of("worktree"))
                .advice("write worktree, or remove the key"));
    }

    private void hooks(Node node) {
        target.hooks(values.object("hooks", node));
        problems.add(problems.at(
                node,
                DiagnosticCode.VALUE_INERT,
                "hooks of a definition are never in force unless the host allows them"));
    }

    private <E extends Enum<E>> @Nullable E constant(String key, Node node, E[] constants) {
        String word = values.text(key, node);
        List<String> words = new ArrayList<>();
        for (E constant : constants) {
            String allowed = constant.name().toLowerCase(Locale.ROOT);
            if (allowed.equals(word)) {
                return constant;
            }
            words.add(allowed);
        }
        if (word != null) {
            unknownWord(key, node, word, words, "it counts as absent");
        }
        return null;
    }

    private @Nullable String listed(String key, Node node, List<String> words) {
        String word = values.text(key, node);
        if (word != null && !words.contains(word)) {
            unknownWord(key, node, word, words, "it is kept as it is");
        }
        return word;
    }

    private void unknownWord(String key, Node node, String word, List<String> words, String effect) {
        String near = Spelling.nearest(word, words);
        problems.add(problems.at(node, DiagnosticCode.VALUE_UNKNOWN, "unknown " + key + " \"" + word + "\"; " + effect)
                .found(word)
                .allowed(words)
                .advice(near.isEmpty() ? "use one of " + String.join(", ", words) : "did you mean " + near + "?"));
    }
}
