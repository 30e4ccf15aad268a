package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is applied without a person leaves the definition what its author meant. */
class FixesThatHelpTest {

    @Test
    void a_text_that_starts_below_its_key_is_quoted_where_it_stands() {
        String text = DefinitionReaderTest.file("description:\n  Use it when: asked\n  and wrapped\ntools: Read");

        DefinitionFixer.Result fixed = fix(text);

        Reading after = DefinitionReader.create().read("x.md", fixed.text());
        assertThat(fixed.applied()).hasSize(1);
        assertThat(after.diagnostics()).isEmpty();
        assertThat(after.orThrow().description()).isEqualTo("Use it when: asked\n  and wrapped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description: d\ndesciption: x",
                "description: d\nmode: plan",
                "description: d\nmode: agent\nmodle: opus\nmodel: haiku",
                "description: d\ntools: Read\nallowed-tools: Bash",
            })
    void no_key_becomes_one_that_stands_there_or_that_it_never_meant(String keys) {
        String text = DefinitionReaderTest.file(keys);

        assertThat(fix(text).text()).isEqualTo(text);
    }

    private static DefinitionFixer.Result fix(String text) {
        return DefinitionFixer.fix(".claude/agents/x.md", text.getBytes(StandardCharsets.UTF_8));
    }
}
