package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that was meant to restrict never ends as text, however it is written. */
class SwallowedRestrictionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools:Read",
                "tools:\u00a0Read",
                "tools\uff1aRead",
                "tools\uff1a Read",
                "tools=Read",
                "tools = Read",
                "\u200btools:Read",
                "disallowedTools:Bash",
                "permission-mode:plan",
            })
    void a_restriction_without_a_colon_and_a_blank_is_no_text_of_the_key_above(String line) {
        Reading reading = DefinitionReader.create().read("x.md", DefinitionReaderTest.file("description: d\n" + line));

        assertThat(errors(reading)).containsExactly(DiagnosticCode.YAML_SYNTAX);
        assertThat(reading.diagnostics().get(0).span().line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++\nname = \"x\"\ndescription = \"d\"\ntools = \"Read\"\n+++\nBody\n",
                "---\nname = x\ntools = Read\n---\nBody\n",
                "name = x\ntools = Read\n\nBody\n",
                "name:x\ntools:Read\n\nBody\n",
            })
    void keys_that_are_no_yaml_are_no_prompt(String text) {
        assertThat(errors(DefinitionReader.create().read("x.md", text)))
                .containsExactly(DiagnosticCode.FRONTMATTER_UNFENCED);
    }

    @Test
    void prose_about_tools_stays_prose() {
        Reading reading = DefinitionReader.create()
                .read("x.md", DefinitionReaderTest.file("description: Use it: now\nwith the tools of the trade"));

        assertThat(reading.orThrow().description()).isEqualTo("Use it: now\nwith the tools of the trade");
    }
}
