package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.source.Keys;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds the keys of Claude Code's format to a definition. */
final class ClaudeBinder {

    private static final List<String> COLORS =
            List.of("red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan");
    private static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");

    private final Problems problems;
    private final Values values;
    private final DefinitionBuilder target;
    private final ToolsBinder tools;
    private final Map<String, @Nullable Object> extensions = new LinkedHashMap<>();

    ClaudeBinder(Problems problems, DefinitionBuilder target) {
        this.problems = problems;
        this.values = new Values(problems);
        this.target = target;
        this.tools = new ToolsBinder(problems, target);
    }

    /** Binds all keys; a key that stands twice counts with its last value, unless it restricts. */
    @SuppressWarnings("NullAway") // JSON null is a value of an extension
    void bind(Node.Mapping mapping) {
        Map<String, Node> seen = new HashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            Node first = seen.putIfAbsent(entry.key().text(), entry.value());
            if (first == null || repeated(entry, first)) {
                bind(entry);
            }
        }
        target.extensions = Collections.unmodifiableMap(extensions);
    }

    // Returns whether the second value counts.
    private boolean repeated(Node.Entry entry, Node first) {
        String key = entry.key().text();
        boolean same = Objects.equals(first.toJson(), entry.value().toJson());
        boolean fatal = Keys.isRestriction(key) && !same;
        problems.add(problems.at(
                        entry.key(),
                        DiagnosticCode.YAML_DUPLICATE_KEY,
                        "the key \"" + key + "\" stands twice"
                                + (same
                                        ? " with the same value"
                                        : fatal ? " with two values" : "; the last value counts"))
                .severity(fatal ? Severity.ERROR : Severity.WARNING)
                .advice("keep one of them"));
        return !Keys.isRestriction(key);
    }

    private void bind(Node.Entry entry) {
        String key = entry.key().text();
        Node node = entry.value();
        if (!UnknownKeys.KNOWN.contains(key)) {
            UnknownKeys.report(problems, entry);
            extensions.put(key, node.toJson());
            return;
        }
        if (bindRestriction(key, node)) {
            return;
        }
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            bindNull(entry);
            return;
        }
        switch (key) {
            case "name" -> name(node);
            case "description" -> description(node);
            case "model" -> model(node);
            case "skills" -> target.skills(values.texts(key, node));
            case "mcpServers" -> target.mcpServers(mcpServers(node));
            case "hooks" -> hooks(node);
            case "memory" -> target.memory = constant(key, node, MemoryScope.values());
            case "background" -> target.background(values.flag(key, node));
            case "effort" -> target.effort = listed(key, node, EFFORTS);
            case "color" -> target.color = listed(key, node, COLORS);
            case "initialPrompt" -> target.initialPrompt = values.text(key, node);
            case "omitClaudeMd" -> target.omitClaudeMd(values.flag(key, node));
            case "experimental" -> target.experimental(values.object(key, node));
            default -> throw new AssertionError("no binding for the known key " + key);
        }
    }

    private boolean bindRestriction(String key, Node node) {
        switch (key) {
            case "tools" -> tools.tools(node);
            case "disallowedTools" -> tools.disallowed(node);
            case "permissions" -> tools.permissions("permissions", node);
            case "permissionMode" -> permissionMode(node);
            case "maxTurns" -> target.maxTurns = values.count(key, node);
            case "isolation" -> isolation(node);
            default -> {
                return false;
            }
        }
        return true;
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
        String text = problems.source().text();
        int at = node.offset() + node.length();
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '#';
    }

    private void name(Node node) {
        String name = values.word("name", node);
        if (name == null) {
            return;
        }
        target.name = name;
        NameRules.claudeProblem(name)
                .ifPresent(problem -> problems.add(problems.at(
                                node, DiagnosticCode.NAME_INVALID, "the name \"" + name + "\" " + problem)
                        .found(name)
                        .advice("use lower case, digits and hyphens, such as \"" + NameRules.slug(name) + "\"")));
        if (!NameRules.isUsual(name) && NameRules.claudeProblem(name).isEmpty()) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.NAME_STYLE,
                            "the name \"" + name + "\" is not in lower case with hyphens; some readers refuse it")
                    .found(name)
                    .advice("use \"" + NameRules.slug(name) + "\""));
        }
    }

    private void description(Node node) {
        String description = values.word("description", node);
        if (description != null) {
            target.description = description;
            if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.PLAIN && commentBehind(node)) {
                problems.add(problems.at(
                                node.offset() + node.length(),
                                1,
                                DiagnosticCode.YAML_COMMENT,
                                "YAML reads the rest of this line as a comment, so the description ends here")
                        .advice("put the description in quotes"));
            }
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

    private List<McpServer> mcpServers(Node node) {
        List<McpServer> servers = new ArrayList<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> inline(entry, servers));
        } else if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Node.Mapping one) {
                    one.entries().forEach(entry -> inline(entry, servers));
                } else {
                    String name = values.word("mcpServers", item);
                    if (name != null) {
                        servers.add(new McpServer.Reference(name));
                    }
                }
            }
        } else {
            values.texts("mcpServers", node).forEach(name -> servers.add(new McpServer.Reference(name)));
        }
        return servers;
    }

    private void inline(Node.Entry entry, List<McpServer> servers) {
        String name = entry.key().text();
        servers.add(new McpServer.Inline(name, values.object("mcpServers." + name, entry.value())));
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
