package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionExamplesTest {

    private static final ExampleDialogue.Turn ASKED = new ExampleDialogue.Turn("user", "When do I prune the vine?");
    private static final ExampleDialogue.Turn ANSWERED =
            new ExampleDialogue.Turn("assistant", "I'll ask the vine-keeper agent.");

    private static final String EXAMPLE = """
            Keeps vines. Examples:

            <example>
            Context: It is winter.
            user: "When do I prune the vine?"
            assistant: "I'll ask the vine-keeper agent."
            <commentary>
            Pruning is its work.
            </commentary>
            </example>
            """;

    static Stream<String> writings() {
        String listed = """
                - <example>
                  **Context**: It is winter.
                  - **User**: “When do I prune the vine?”
                  - **Assistant**: 'I'll ask the vine-keeper agent.'
                  Commentary: Pruning is its work.
                  </example>
                """;
        String tight = EXAMPLE.replace(">\n", ">").replace("\n<", "<");
        return Stream.of(EXAMPLE, EXAMPLE.replace("\n", "\r\n"), EXAMPLE.replace("\n", "\\n"), tight, listed);
    }

    @ParameterizedTest
    @MethodSource("writings")
    void reads_context_turns_and_commentary(String description) {
        List<ExampleDialogue> examples = DescriptionExamples.of(description);

        assertThat(examples).hasSize(1);
        assertThat(examples.get(0).context()).isEqualTo("It is winter.");
        assertThat(examples.get(0).turns()).containsExactly(ASKED, ANSWERED);
        assertThat(examples.get(0).commentary()).isEqualTo("Pruning is its work.");
    }

    @Test
    void keeps_the_order_and_the_places() {
        String description = "Vines.\n<example>user: \"one\"</example>\n<example>user: \"two\"</example>";

        List<ExampleDialogue> examples = DescriptionExamples.of(description);

        assertThat(examples)
                .extracting(example -> example.turns().get(0).text())
                .containsExactly("one", "two");
        assertThat(examples).extracting(ExampleDialogue::line).containsExactly(2, 3);
        assertThat(description.substring(
                        examples.get(1).span().offset(), examples.get(1).span().endOffset()))
                .isEqualTo("<example>user: \"two\"</example>");
    }

    @Test
    void ends_an_open_example_where_the_next_begins() {
        List<ExampleDialogue> examples = DescriptionExamples.of("<example>user: one <example>user: two");

        assertThat(examples)
                .extracting(example -> example.turns().get(0).text())
                .containsExactly("one", "two");
    }

    @Test
    void joins_lines_that_belong_to_one_turn() {
        List<ExampleDialogue> examples = DescriptionExamples.of("<example>user: first\nsecond: half\n</example>");

        assertThat(examples.get(0).turns()).containsExactly(new ExampleDialogue.Turn("user", "first\nsecond: half"));
    }

    @Test
    void finds_nothing_without_tags() {
        assertThat(DescriptionExamples.of("For example: user: hello")).isEmpty();
    }
}
