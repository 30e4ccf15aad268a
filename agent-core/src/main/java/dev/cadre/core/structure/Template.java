package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the sections that a code block shows as the form of a document. */
final class Template {

    private static final Set<String> LANGUAGES = Set.of("", "markdown", "md", "text", "txt");

    private static final Set<String> MARKDOWN = Set.of("markdown", "md");

    private Template() {}

    static List<DeliverableSection> sections(Block.Code code, LineIndex index) {
        if (!isText(code)) {
            return List.of();
        }
        List<Heading> headings = headings(code, index);
        boolean titled = headings.size() > 1 && headings.get(0).level() == 1;
        int top = headings.stream()
                .skip(titled ? 1 : 0)
                .mapToInt(Heading::level)
                .min()
                .orElse(0);
        return headings.stream()
                .skip(titled ? 1 : 0)
                .filter(heading -> heading.level() == top)
                .map(heading -> new DeliverableSection(heading.text(), "", heading.span()))
                .toList();
    }

    /** Returns whether the code is text rather than a program. */
    static boolean isText(Block.Code code) {
        return LANGUAGES.contains(
                new CodeBlock(code.info(), "", code.span()).language().orElse(""));
    }

    /** Returns whether the code says that it is Markdown. */
    static boolean isMarkdown(Block.Code code) {
        return MARKDOWN.contains(
                new CodeBlock(code.info(), "", code.span()).language().orElse(""));
    }

    /** Returns whether the code has the form of a document: headings of Markdown. */
    static boolean isDocument(Block.Code code) {
        return isText(code)
                && code.content().lines().anyMatch(line -> heading(line, 0).isPresent());
    }

    private record Heading(int level, String text, Span span) {}

    private static List<Heading> headings(Block.Code code, LineIndex index) {
        List<Heading> headings = new ArrayList<>();
        int line = code.span().line();
        for (String text : code.content().split("\n", -1)) {
            if (line < index.lines()) {
                heading(text, index.start(line)).ifPresent(h -> headings.add(h.at(index)));
            }
            line++;
        }
        return headings;
    }

    private record Found(int level, String text, int offset, int length) {

        Heading at(LineIndex index) {
            return new Heading(level, text, index.span(offset, offset + length));
        }
    }

    private static Optional<Found> heading(String text, int offset) {
        int level = 0;
        while (level < text.length() && level < 6 && text.charAt(level) == '#') {
            level++;
        }
        boolean heads = level > 0 && level < text.length() && text.charAt(level) == ' ';
        String title = heads ? Titles.withoutColon(PlainText.of(text.substring(level))) : "";
        return title.isEmpty() ? Optional.empty() : Optional.of(new Found(level, title, offset, text.length()));
    }
}
