package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectDetector;
import dev.cadre.core.source.Frontmatter;
import dev.cadre.core.source.Limits;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.core.source.YamlSource;
import org.jspecify.annotations.Nullable;

/** One reading of one decoded source. Confined to the thread that reads. */
final class SourceReading {

    private final Problems problems;
    private final Finisher finisher;
    private final @Nullable Dialect told;
    private final DefinitionBuilder target = new DefinitionBuilder("", "", "");
    private final Origin.Spans spans = Origin.spans();

    SourceReading(Problems problems, Finisher finisher, @Nullable Dialect told) {
        this.told = told;
        this.problems = problems;
        this.finisher = finisher;
    }

    Reading read() {
        Frontmatter frontmatter = Frontmatter.find(problems);
        if (problems.hasErrors()) {
            return finish(unread(), 0);
        }
        boolean context = DialectDetector.isContext(problems.source().name());
        if (!frontmatter.isPresent() && context) {
            return context();
        }
        target.prompt = problems.from(frontmatter.body());
        Node.Mapping mapping = null;
        Dialect dialect = Dialect.MARKDOWN;
        if (frontmatter.isPresent()) {
            mapping = YamlSource.read(problems, frontmatter.start(), frontmatter.end(), Limits.DEFAULT);
            if (mapping == null) {
                return finish(unread(), frontmatter.body());
            }
            // A few products keep an agent in a file of this name; what does not describe one is context.
            if (context && mapping.get("description") == null) {
                return context();
            }
            spans.locate(problems, "", mapping);
            dialect = told == null ? DialectDetector.of(problems.source().name(), mapping) : told;
            new Binder(problems, target, dialect).bind(mapping);
        } else {
            withoutFrontmatter();
        }
        new Derivation(problems, target, spans, dialect).fill(frontmatter.body(), !frontmatter.isPresent());
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

    // Of keys that can't be read, only the place tells whose they are.
    private Dialect unread() {
        Dialect named = told == null ? DialectDetector.ofName(problems.source().name()) : told;
        return named == Dialect.MARKDOWN ? Dialect.CLAUDE : named;
    }

    private Reading context() {
        problems.add(problems.at(
                        0,
                        0,
                        DiagnosticCode.FILE_NOT_AN_AGENT,
                        "this file is context for agents, which is no agent itself")
                .advice("name a file that defines an agent"));
        return finish(Dialect.AGENTS_MD, 0);
    }

    private void withoutFrontmatter() {
        problems.add(problems.at(
                        0,
                        0,
                        DiagnosticCode.FRONTMATTER_MISSING,
                        "there is no frontmatter; all of the file is the prompt, and tools and model are inherited")
                .advice("put a frontmatter with name and description at the top"));
    }

    private Reading finish(Dialect dialect, int body) {
        int bodyLine = problems.source().span(body, 0).line();
        return finisher.finish(
                problems,
                dialect,
                target,
                spans.origin(dialect, problems.source().name(), bodyLine));
    }
}
