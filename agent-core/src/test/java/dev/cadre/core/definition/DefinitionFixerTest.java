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
                "- name: x\ndescription: d",
                "? a: x\ndescription: d: e",
                "name: \u0002\ndescription: d\nmore\u001e",
                "description: \td\nvibe: \t<<x: y",
            })
    void fixing_twice_changes_nothing_the_second_time(String keys) {
        String once = fix(DefinitionReaderTest.file(keys)).text();

        assertThat(fix(once).text()).isEqualTo(once);
        assertThat(fix(once).applied()).isEmpty();
    }

    @Test
    void keys_in_json_stay_in_quotes_and_every_agent_of_a_file_is_fixed() {
        String text = "{\"a\": {\"description\": \"A.\", \"prompt\": \"Do.\", \"allowedTools\" : [\"Read\"]},\n"
                + " \"b\": {\"description\": \"B.\", \"prompt\": \"Do.\", \"background\": \"yes\"}}";

        assertThat(DefinitionFixer.fix("agents.json", text.getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(text.replace("allowedTools", "tools").replace("\"yes\"", "true"));
    }

    @Test
    void a_key_in_toml_is_renamed_and_nothing_else() {
        String text = "name = \"x\"\ndescription = \"d\"\ndeveloper_instructions = \"Do.\"\nmodle = \"gpt\" # new\n";

        assertThat(DefinitionFixer.fix("x.toml", text.getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(text.replace("modle", "model"));
    }

    @Test
    void comments_in_json_stay() {
        String text =
                "// Ours\n{\"agent\": {\"x\": {\"description\": \"d\", /* long */ \"prompt\": \"P\", \"stpes\": 3,},},}\n";

        assertThat(DefinitionFixer.fix("opencode.jsonc", text.getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(text.replace("stpes", "steps"));
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
