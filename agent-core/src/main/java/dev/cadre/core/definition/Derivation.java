package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Span;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;

/** Fills in a name and a description that the source does not give, and says so. */
final class Derivation {

    // Agents in folders below it are named by their paths.
    private static final String KIRO_FOLDER = "/.kiro/agents/";
    private static final String ADVICE = "add a line \"description: …\" that says when to use the agent";

    private final Problems problems;
    private final DefinitionBuilder target;
    private final Origin.Spans spans;
    private final Dialect dialect;

    Derivation(Problems problems, DefinitionBuilder target, Origin.Spans spans, Dialect dialect) {
        this.problems = problems;
        this.target = target;
        this.spans = spans;
        this.dialect = dialect;
    }

    // In these, the name of the file is the name of the agent, and a key for it is for show or unknown.
    private static boolean isNamedByFile(Dialect dialect) {
        return switch (dialect) {
            case OPENCODE, COPILOT, CHATMODE, KIRO -> true;
            default -> false;
        };
    }

    /**
     * Fills in what is missing.
     *
     * @param body the offset of the body
     * @param fromHeading whether a heading of the body names the agent better than its file does
     */
    void fill(int body, boolean fromHeading) {
        if (target.name.isEmpty()) {
            name(body, fromHeading);
        }
        if (target.description.isEmpty()) {
            description(body);
        }
    }

    private void name(int body, boolean fromHeading) {
        String source = problems.source().name();
        String stem = dialect == Dialect.KIRO ? NameRules.below(KIRO_FOLDER, source) : NameRules.stem(source);
        String file = stem.strip();
        if (isNamedByFile(dialect) && NameRules.problem(file).isEmpty()) {
            target.name = file;
            return;
        }
        PlainMarkdown.Found heading = fromHeading ? PlainMarkdown.heading(text(), body) : PlainMarkdown.Found.NOTHING;
        String slug = NameRules.slug(heading.text());
        boolean found = !slug.isEmpty();
        String slugOfFile = NameRules.slug(file);
        target.name = found ? slug : slugOfFile.isEmpty() ? "agent" : slugOfFile;
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

    private String text() {
        return problems.source().text();
    }

    /** Fills in a missing description from a prompt that is a value, not the body. */
    void describe(Node prompt) {
        PlainMarkdown.Found said = described(target.prompt, 0);
        if (target.description.isEmpty() && !said.text().isEmpty()) {
            derived(said.text(), problems.span(prompt));
        }
    }

    private void description(int body) {
        PlainMarkdown.Found said = described(text(), body);
        if (said.text().isEmpty()) {
            problems.add(problems.at(
                            body,
                            0,
                            DiagnosticCode.KEY_MISSING,
                            "there is no description and no paragraph to take it from")
                    .advice(ADVICE));
            return;
        }
        derived(said.text(), problems.source().span(said.offset(), said.length()));
    }

    private static PlainMarkdown.Found described(String text, int from) {
        PlainMarkdown.Found paragraph = PlainMarkdown.paragraph(text, from);
        return paragraph.text().isEmpty() ? PlainMarkdown.heading(text, from) : paragraph;
    }

    private void derived(String description, Span span) {
        target.description = description;
        spans.add("description", span);
        problems.add(Diagnostic.builder(
                        DiagnosticCode.DESCRIPTION_DERIVED, span, "the description was taken from the first paragraph")
                .advice(ADVICE));
    }
}
