package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs that cost Markdown parsers far more than their length, each as long as a body may be. Work that grows with the
 * square of the length would keep this test from ending.
 */
class PathologicalStructureTest {

    private static final String LAST = "\n\n# End\n\nYou are a survivor.\n";

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of("quotes in quotes", ">"),
                Arguments.of("lists in lists", "- "),
                Arguments.of("numbers in numbers", "1. "),
                Arguments.of("open brackets", "["),
                Arguments.of("links in links", "[a]("),
                Arguments.of("images in images", "![a]("),
                Arguments.of("definitions", "[a]: b\n"),
                Arguments.of("emphasis", "*a _b "),
                Arguments.of("bold", "**a"),
                Arguments.of("backslashes", "\\"),
                Arguments.of("backticks", "`"),
                Arguments.of("backticks of many lengths", "`a``b```c````d`````e"),
                Arguments.of("files", "read `a.md` and "),
                Arguments.of("outputs", "write `a.md`. "),
                Arguments.of("bare files", "a.md b.md "),
                Arguments.of("tags", "<a>\n"),
                Arguments.of("broken tags", "<a <b\n"),
                Arguments.of("comments", "<!-- a "),
                Arguments.of("headings", "# a\n"),
                Arguments.of("bold lines", "**a:**\n\n"),
                Arguments.of("deeper lists", "- a\n  1. b\n     - c\n"),
                Arguments.of("boxes", "- [ ] a\n"),
                Arguments.of("tables", "|a|b|\n|-|-|\n"),
                Arguments.of("numbers", "<9% >9ms "),
                Arguments.of("leads", "Output:\n- a\n\n"),
                Arguments.of("leads alone", "Output:\n\n"),
                Arguments.of("leads in bold", "**Output** is output:\n\n"),
                Arguments.of("orders of answers", "Provide a report:\n\n```json\n{}\n```\n\n"),
                Arguments.of("orders in a row", ", write `a.md`"),
                Arguments.of("long names", "write `" + "a/".repeat(300) + "`. "),
                Arguments.of("never", "- never at least 5 never\n"),
                Arguments.of("wrapped lines", "write the report to\n`a.md` "),
                Arguments.of("drawings", "```\na/\n└── b.md\n```\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void reads_to_the_end(String name, String unit) {
        String body = fill(unit) + LAST;

        PromptStructure structure = PromptStructure.of(body);

        assertThat(structure.isTooLarge()).isFalse();
        int lines = Math.toIntExact(body.lines().count());
        assertThat(Found.in(structure))
                .allSatisfy(found -> assertThat(found.line()).isBetween(1, lines));
    }

    @Test
    void reads_backticks_of_ever_new_lengths() {
        StringBuilder body = new StringBuilder();
        for (int length = 1; body.length() + length < PromptStructure.MAX_CHARACTERS - LAST.length(); length++) {
            body.append("`".repeat(length)).append('a');
        }

        assertThat(PromptStructure.of(body + LAST).title())
                .hasValueSatisfying(title -> assertThat(title.text()).isEqualTo("End"));
    }

    @Test
    void reads_a_drawing_that_gets_ever_deeper() {
        StringBuilder body = new StringBuilder("```\n");
        for (int depth = 1; body.length() + depth < PromptStructure.MAX_CHARACTERS - 100; depth++) {
            body.append(" ".repeat(depth)).append("└a/\n");
        }

        assertThat(PromptStructure.of(body + "```" + LAST).projectTrees()).hasSize(1);
    }

    @Test
    void gives_the_parts_of_a_section_to_its_first_file_only() {
        StringBuilder body = new StringBuilder("# Output\n\n");
        for (int i = 0; body.length() < PromptStructure.MAX_CHARACTERS - 100; i++) {
            body.append("Write `a").append(i).append(".md`.\n\n- x\n\n");
        }

        List<Deliverable> deliverables = PromptStructure.of(body.toString()).deliverables();

        assertThat(deliverables).hasSizeGreaterThan(9_000);
        assertThat(deliverables.stream().filter(file -> !file.sections().isEmpty()))
                .hasSize(1);
    }

    @Test
    void leaves_a_body_alone_that_is_too_large() {
        String body = "a".repeat(PromptStructure.MAX_CHARACTERS) + LAST;

        PromptStructure structure = PromptStructure.of(body);

        assertThat(structure.isTooLarge()).isTrue();
        assertThat(Found.in(structure)).isEmpty();
        assertThat(structure.outline()).isEmpty();
        assertThat(structure.workflow()).isEmpty();
    }

    @Test
    void reads_many_examples_that_are_not_closed() {
        String description = fill("<example>");

        assertThat(DescriptionExamples.of(description)).hasSizeGreaterThan(29_000);
    }

    @Test
    void leaves_a_body_alone_with_too_many_lines_together() {
        String lines = "<a <b\n".repeat(PromptStructure.MAX_LINES_TOGETHER);

        assertThat(PromptStructure.of(lines + LAST).isTooLarge()).isFalse();
        assertThat(PromptStructure.of(lines + "b" + LAST).isTooLarge()).isTrue();
    }

    /** Repeats to the allowed length, with a blank line wherever too many lines would stand together. */
    private static String fill(String unit) {
        int lines = Math.toIntExact(unit.chars().filter(c -> c == '\n').count());
        int together = lines == 0 ? Integer.MAX_VALUE : PromptStructure.MAX_LINES_TOGETHER / lines - 1;
        int most = PromptStructure.MAX_CHARACTERS - LAST.length();
        StringBuilder text = new StringBuilder(most);
        for (int i = 1; text.length() + unit.length() + 2 <= most; i++) {
            text.append(unit).append(i % together == 0 ? "\n\n" : "");
        }
        return text.toString();
    }
}
