package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionFixerTest {

    @Test
    void quotes_what_was_recovered_and_keeps_every_other_byte() {
        String text = "\uFEFF---\r\nname: x # n\r\ndescription: It's: \"this\"\\n\r\n---\r\nBody";

        assertThat(fix(text).text()).isEqualTo(text.replace("It's: \"this\"\\n", "'It''s: \"this\"\\n'"));
    }

    @Test
    void renames_misspelt_restrictions() {
        DefinitionFixer.Result fixed =
                fix(DefinitionReaderTest.file("description: d\nallowed-tools: Read\ndenied_tools: Bash"));

        assertThat(fixed.text()).contains("\ntools: Read\ndisallowedTools: Bash\n");
        assertThat(fixed.reading().definition()).isPresent();
        assertThat(fixed.applied()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description: a: b\n<example>\nuser: hi\n</example>",
                "description: d\nTools: Read\ntools: Bash",
                "description: d\nbackground: yes\nmaxTurns: '3'",
                "description: d\ncolour: red\nModel: opus",
                "description: d\ntools: '[\"Read\", \"Grep\"]'",
                "description: d\nreadonly: true",
            })
    void fixing_twice_changes_nothing_the_second_time(String keys) {
        String once = fix(DefinitionReaderTest.file(keys)).text();

        assertThat(fix(once).text()).isEqualTo(once);
        assertThat(fix(once).applied()).isEmpty();
    }

    @Test
    void leaves_alone_what_it_can_not_decode() {
        byte[] bytes = {'a', (byte) 0xFF};

        assertThat(DefinitionFixer.fix("x", bytes).applied()).isEmpty();
    }

    private static DefinitionFixer.Result fix(String text) {
        return DefinitionFixer.fix("x.md", text.getBytes(StandardCharsets.UTF_8));
    }
}
