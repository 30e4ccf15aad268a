package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.DiagnosticCode;
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
    void a_usual_definition_breaks_none() {
        String text = DefinitionReaderTest.file("description: d\ntools: Read\nmaxTurns: 3\nskills: [a, b]");

        assertThat(DefinitionReader.create().validating().read("x.md", text).diagnostics())
                .isEmpty();
    }
}
