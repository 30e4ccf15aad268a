package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.ProductNames;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what people know an agent by: its name and its description. */
final class IdentityBinder {

    private final Problems problems;
    private final Values values;
    private final DefinitionBuilder target;
    private final Dialect dialect;
    private String description = "";
    private String occasions = "";

    IdentityBinder(Problems problems, Values values, DefinitionBuilder target, Dialect dialect) {
        this.problems = problems;
        this.values = values;
        this.target = target;
        this.dialect = dialect;
    }

    /** Reads the name. */
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
        if (!isClaude() && forbidden.isEmpty()) {
            style(node, name);
        }
        if (!NameRules.isUsual(name) && forbidden.isEmpty() && isClaude()) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.NAME_STYLE,
                            "the name \"" + name + "\" is not in lower case with hyphens; some readers refuse it")
                    .found(name)
                    .advice(styled(name)));
        }
        if (dialect == Dialect.SKILL) {
            folder(node, name);
        }
    }

    private static String styled(String name) {
        String usual = NameRules.slug(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-"));
        return NameRules.isUsual(usual) ? "use \"" + usual + "\"" : "use only a to z, digits and hyphens";
    }

    private void folder(Node node, String name) {
        String path = problems.source().name().replace('\\', '/');
        int end = path.lastIndexOf('/');
        String folder = end < 0 ? name : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        if (!folder.equals(name) && !folder.startsWith(".")) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.NAME_STYLE,
                            "the name \"" + name + "\" is not that of the skill's folder, \"" + folder
                                    + "\"; some readers refuse it")
                    .found(name)
                    .advice("use \"" + folder + "\", or rename the folder"));
        }
    }

    private void style(Node node, String name) {
        if (!ProductNames.isName(dialect, name)) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.NAME_STYLE,
                            "the name \"" + name + "\" is refused by the product of this format")
                    .found(name)
                    .advice("use \"" + ProductNames.fitted(dialect, name) + "\""));
        }
    }

    private boolean isClaude() {
        return dialect == Dialect.CLAUDE || dialect == Dialect.CLAUDE_JSON || dialect == Dialect.CLAUDE_PLUGIN;
    }

    /** Reads the description. */
    void description(String key, Node node) {
        String text = text(key, node);
        int most = ProductNames.longestDescription(dialect);
        if (text != null && text.length() > most) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.VALUE_LENIENT,
                            "the description has " + text.length() + " characters; the product of this format takes "
                                    + most)
                    .advice("shorten it"));
        }
        description = text == null ? description : text;
        describe();
    }

    /** Reads when to use the agent, which goes behind the description wherever it stands. */
    void occasions(String key, Node node) {
        String text = text(key, node);
        occasions = text == null ? occasions : text;
        describe();
    }

    private void describe() {
        boolean both = !description.isEmpty() && !occasions.isEmpty();
        target.description = description + (both ? "\n" : "") + occasions;
    }

    private @Nullable String text(String key, Node node) {
        String text = values.word(key, node);
        if (text == null) {
            return null;
        }
        if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.PLAIN && values.isBeforeComment(node)) {
            problems.add(problems.at(
                            node.offset() + node.length(),
                            1,
                            DiagnosticCode.YAML_COMMENT,
                            "YAML reads the rest of this line as a comment, so the text ends here")
                    .advice("put the text in quotes"));
        }
        return text;
    }
}
