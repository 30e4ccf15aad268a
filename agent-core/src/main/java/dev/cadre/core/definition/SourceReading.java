package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectDetector;
import dev.cadre.core.source.Frontmatter;
import dev.cadre.core.source.Limits;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.core.source.YamlSource;
import java.util.List;

/** One reading of one decoded source. Confined to the thread that reads. */
final class SourceReading {

    private final Problems problems;
    private final Strictness strictness;
    private final DefinitionBuilder target = new DefinitionBuilder("", "", "");
    private final Origin.Spans spans = Origin.spans();

    SourceReading(Problems problems, Strictness strictness) {
        this.problems = problems;
        this.strictness = strictness;
    }

    Reading read() {
        Frontmatter frontmatter = Frontmatter.find(problems);
        if (problems.hasErrors()) {
            return finish(Dialect.CLAUDE, 0);
        }
        target.prompt = problems.source().text().substring(frontmatter.body());
        Node.Mapping mapping = null;
        Dialect dialect = Dialect.MARKDOWN;
        if (frontmatter.isPresent()) {
            mapping = YamlSource.read(problems, frontmatter.start(), frontmatter.end(), Limits.DEFAULT);
            if (mapping == null) {
                return finish(Dialect.CLAUDE, frontmatter.body());
            }
            locate("", mapping);
            dialect = DialectDetector.of(problems.source().name(), mapping);
            new Binder(problems, target, dialect).bind(mapping);
        } else {
            withoutFrontmatter();
        }
        if (target.name.isEmpty()) {
            deriveName(frontmatter.body(), !frontmatter.isPresent());
        }
        if (target.description.isEmpty()) {
            deriveDescription(frontmatter.body());
        }
        if (target.prompt.isBlank()) {
            problems.add(problems.at(
                            frontmatter.body(),
                            0,
                            DiagnosticCode.PROMPT_BLANK,
                            "the prompt is blank; the agent will know only its task")
                    .advice("write the prompt below the frontmatter"));
        }
        return finish(dialect, frontmatter.body());
    }

    private void withoutFrontmatter() {
        problems.add(problems.at(
                        0,
                        0,
                        DiagnosticCode.FRONTMATTER_MISSING,
                        "there is no frontmatter; all of the file is the prompt, and tools and model are inherited")
                .advice("put a frontmatter with name and description at the top"));
    }

    private void deriveName(int body, boolean fromHeading) {
        PlainMarkdown.Found heading = fromHeading ? PlainMarkdown.heading(problems, body) : PlainMarkdown.Found.NOTHING;
        String slug = NameRules.slug(heading.text());
        boolean found = !slug.isEmpty();
        String stem = NameRules.slug(NameRules.stem(problems.source().name()));
        target.name = found ? slug : stem.isEmpty() ? "agent" : stem;
        if (found) {
            spans.add("name", problems.source().span(heading.offset(), heading.length()));
        }
        problems.add(problems.at(
                        found ? heading.offset() : 0,
                        heading.length(),
                        DiagnosticCode.NAME_DERIVED,
                        "the name \"" + target.name + "\" was made from "
                                + (found ? "the first level-one heading" : "the source's name"))
                .advice("add a line \"name: " + target.name + "\" to the frontmatter"));
    }

    private void deriveDescription(int body) {
        PlainMarkdown.Found paragraph = PlainMarkdown.paragraph(problems, body);
        if (paragraph.text().isEmpty()) {
            paragraph = PlainMarkdown.heading(problems, body);
        }
        if (paragraph.text().isEmpty()) {
            problems.add(problems.at(
                            body,
                            0,
                            DiagnosticCode.KEY_MISSING,
                            "there is no description and no paragraph to take it from")
                    .advice("add a line \"description: …\" that says when to use the agent"));
            return;
        }
        target.description = paragraph.text();
        spans.add("description", problems.source().span(paragraph.offset(), paragraph.length()));
        problems.add(problems.at(
                        paragraph.offset(),
                        paragraph.length(),
                        DiagnosticCode.DESCRIPTION_DERIVED,
                        "the description was taken from the first paragraph")
                .advice("add a line \"description: …\" that says when to use the agent"));
    }

    private void locate(String path, Node node) {
        if (!path.isEmpty()) {
            spans.add(path, problems.span(node));
        }
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                String key = entry.key().text();
                locate(path.isEmpty() ? key : path + "." + key, entry.value());
            }
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                locate(path + "[" + i + "]", sequence.items().get(i));
            }
        }
    }

    private Reading finish(Dialect dialect, int body) {
        List<Diagnostic> found = problems.sorted();
        if (strictness == Strictness.STRICT) {
            found = found.stream().map(SourceReading::stricter).toList();
        }
        int bodyLine = problems.source().span(body, 0).line();
        target.origin(spans.origin(dialect, problems.source().name(), bodyLine));
        boolean refused = found.stream().anyMatch(Diagnostic::isError);
        return new Reading(
                problems.source(), dialect, refused ? null : target.build(), new AgentDefinition(target), found);
    }

    private static Diagnostic stricter(Diagnostic diagnostic) {
        return diagnostic.severity() == Severity.WARNING ? diagnostic.withSeverity(Severity.ERROR) : diagnostic;
    }
}
