package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.SourceText;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectDetector;
import dev.cadre.core.source.DataSource;
import dev.cadre.core.source.Limits;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of a source that holds only data: TOML, JSON or YAML, with one or several definitions. */
final class DataReading {

    private final SourceText source;
    private final DataFormat format;
    private final Finisher finisher;

    DataReading(SourceText source, DataFormat format, Finisher finisher) {
        this.source = source;
        this.format = format;
        this.finisher = finisher;
    }

    List<Reading> read() {
        Problems problems = new Problems(source);
        Node.Mapping root = switch (format) {
            case TOML -> DataSource.toml(problems, Limits.DEFAULT);
            case JSON -> DataSource.json(problems, Limits.DEFAULT);
            case JSON_WITH_COMMENTS -> DataSource.jsonWithComments(problems, Limits.DEFAULT);
            default -> DataSource.yaml(problems, Limits.DEFAULT);
        };
        if (root == null) {
            return List.of(refused(problems, DialectDetector.ofUnread(source.name(), source.text())));
        }
        if (root.get("customModes") instanceof Node.Sequence modes) {
            return all(
                    Dialect.ROO,
                    modes.items().stream().map(mode -> new Named(null, mode)).toList());
        }
        if (root.get("agent") instanceof Node.Mapping agents && format != DataFormat.TOML) {
            return all(Dialect.OPENCODE, named(agents));
        }
        Dialect told = DialectDetector.ofName(source.name());
        if (told == Dialect.MARKDOWN && isAgentsOption(root)) {
            return all(Dialect.CLAUDE_JSON, named(root));
        }
        Dialect dialect = format == DataFormat.TOML ? Dialect.CODEX : Dialect.KIRO;
        if (root.get("description") == null
                && root.get("prompt") == null
                && root.get("developer_instructions") == null) {
            problems.add(problems.at(
                            0,
                            0,
                            DiagnosticCode.FILE_NOT_AN_AGENT,
                            "there is no agent in this file: no description and no prompt")
                    .advice("name a file that defines agents"));
            return List.of(refused(problems, dialect));
        }
        return List.of(bind(dialect, new Named(null, root)));
    }

    /** A value that may define an agent, and the key that it stands under. */
    private record Named(Node.@Nullable Scalar key, Node value) {}

    private static List<Named> named(Node.Mapping agents) {
        return agents.entries().stream()
                .map(entry -> new Named(entry.key(), entry.value()))
                .toList();
    }

    private static boolean isAgentsOption(Node.Mapping root) {
        return !root.entries().isEmpty()
                && root.entries().stream()
                        .allMatch(entry -> entry.value() instanceof Node.Mapping agent
                                && (agent.get("prompt") != null || agent.get("description") != null));
    }

    private List<Reading> all(Dialect dialect, List<Named> agents) {
        List<Reading> readings = new ArrayList<>();
        agents.forEach(agent -> readings.add(bind(dialect, agent)));
        if (readings.isEmpty()) {
            Problems problems = new Problems(source);
            problems.add(problems.at(0, 0, DiagnosticCode.FILE_NOT_AN_AGENT, "the list of agents is empty")
                    .advice("add an agent"));
            readings.add(refused(problems, dialect));
        }
        return readings;
    }

    private Reading bind(Dialect dialect, Named agent) {
        Problems problems = new Problems(source);
        DefinitionBuilder target = new DefinitionBuilder("", "", "");
        Origin.Spans spans = Origin.spans();
        if (agent.value() instanceof Node.Mapping mapping) {
            spans.locate(problems, "", mapping);
            Binder binder = new Binder(problems, target, dialect);
            if (agent.key() != null) {
                binder.name(agent.key());
            }
            binder.bind(mapping);
            Derivation derivation = new Derivation(problems, target, spans, dialect);
            Node prompt = mapping.get(promptKey(dialect));
            // Codex drops a role that has none.
            if (prompt != null && dialect != Dialect.CODEX) {
                derivation.describe(prompt);
            }
            derivation.fill(source.text().length(), false);
            if (target.prompt.isBlank()) {
                problems.add(problems.at(
                                agent.key() == null ? mapping : agent.key(),
                                DiagnosticCode.PROMPT_BLANK,
                                "there is no prompt; the agent will know only its task")
                        .advice("add " + promptKey(dialect)));
            }
        } else {
            new Values(problems)
                    .wrongKind(agent.key() == null ? "agent" : agent.key().text(), agent.value(), "an agent");
        }
        return finisher.finish(problems, dialect, target, spans.origin(dialect, source.name(), 1));
    }

    private static String promptKey(Dialect dialect) {
        return switch (dialect) {
            case CODEX -> "developer_instructions";
            case ROO -> "roleDefinition";
            default -> "prompt";
        };
    }

    private Reading refused(Problems problems, Dialect dialect) {
        return new Reading(source, dialect, null, null, problems.sorted());
    }
}
