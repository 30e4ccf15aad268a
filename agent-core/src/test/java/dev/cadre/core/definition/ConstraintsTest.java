package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.DiagnosticCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

    @Test
    void violations_stand_at_their_values() {
        String text = DefinitionReaderTest.file("description: d").replace("name: x", "name: " + "x".repeat(300));

        Reading reading = DefinitionReader.create().validating().read("x.md", text);

        assertThat(reading.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.VALUE_CONSTRAINT);
            assertThat(problem.span().line()).isEqualTo(2);
            assertThat(problem.span().column()).isEqualTo(7);
            assertThat(problem.message()).isEqualTo("\"name\" size must be between 0 and 200");
        });
    }

    @Test
    void each_violation_stands_at_the_line_and_column_of_its_value_in_the_order_of_the_source() {
        String text = "---\ncolor: red\nname:   '" + "x".repeat(201) + "'\nskills: [a]\ndescription: >\n  "
                + "d".repeat(100_001) + "\n---\nBody\n";

        Reading reading = DefinitionReader.create().validating().read("x.md", text);

        assertThat(reading.definition()).isPresent();
        assertThat(reading.diagnostics())
                .extracting(Object::toString)
                .allSatisfy(words -> assertThat(words).contains("value/constraint"));
        assertThat(reading.diagnostics())
                .extracting(
                        problem -> problem.span().line() + ":" + problem.span().column())
                .containsExactly("3:9", "5:14");
    }

    @Test
    void a_violation_in_a_list_stands_at_its_item() {
        AgentDefinition read = DefinitionReader.create()
                .read("x.md", DefinitionReaderTest.file("description: d\nskills:\n  - a\n  - b"))
                .orThrow();
        AgentDefinition changed = read.toBuilder().skills(List.of("a", " ")).build();

        assertThat(Constraints.check(changed)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("\"skills[1]\" must not be blank");
            assertThat(problem.span().line()).isEqualTo(6);
            assertThat(problem.span().column()).isEqualTo(5);
        });
    }

    @Test
    void strictly_a_violation_is_an_error() {
        String text = DefinitionReaderTest.file("description: d").replace("name: x", "name: " + "x".repeat(300));

        assertThat(DefinitionReaderTest.errors(DefinitionReader.create()
                        .validating()
                        .with(Strictness.STRICT)
                        .read("x.md", text)))
                .containsExactly(DiagnosticCode.VALUE_CONSTRAINT);
    }

    @Test
    void a_usual_definition_breaks_none() {
        String text = DefinitionReaderTest.file("description: d\ntools: Read\nmaxTurns: 3\nskills: [a, b]");

        assertThat(DefinitionReader.create().validating().read("x.md", text).diagnostics())
                .isEmpty();
    }
}
