package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs that cost other readers their time, their memory or their restrictions. */
@Timeout(20)
class HostileInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://e.example/\"]] | yaml/tag",
                "x: !foo bar | yaml/tag",
                "x: &a [1] | yaml/anchor",
                "x: *a | yaml/alias",
                "tools: *a | yaml/alias",
                "x: {<<: {a: b}} | yaml/merge-key",
                "x: {a: 1, a: 2} | yaml/duplicate-key",
            })
    void refuses_what_yaml_can_do_beyond_data(String line, String code) {
        assertThat(errors(read(line))).extracting(DiagnosticCode::id).containsExactly(code);
    }

    @Test
    void billion_laughs_expand_nothing() {
        StringBuilder keys = new StringBuilder("a: &a [x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            String before = "*" + (char) (c - 1);
            keys.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append((before + ", ").repeat(8))
                    .append(before)
                    .append("]\n");
        }

        assertThat(errors(read(keys.toString()))).containsExactly(DiagnosticCode.YAML_ANCHOR);
    }

    @Test
    void caps_depth_values_scalars_and_the_frontmatter() {
        assertThat(errors(read("x: " + "[".repeat(10_000)))).containsExactly(DiagnosticCode.YAML_TOO_DEEP);
        assertThat(errors(read("x: [" + "1, ".repeat(20_000) + "1]")))
                .containsExactly(DiagnosticCode.YAML_TOO_MANY_VALUES);
        assertThat(errors(read("x: " + "9".repeat(1_000_000)))).containsExactly(DiagnosticCode.YAML_TOO_LONG);
        assertThat(errors(read("x: " + "y".repeat(2_000_000)))).containsExactly(DiagnosticCode.YAML_TOO_LONG);
    }

    @Test
    void caps_the_tools_that_a_text_names() {
        Reading reading = read("tools: " + "Reed, ".repeat(20_000));

        assertThat(errors(reading)).containsExactly(DiagnosticCode.YAML_TOO_MANY_VALUES);
    }

    @Test
    void caps_the_keys_of_a_frontmatter_that_is_no_yaml() {
        assertThat(errors(read("x: y: z\n" + "a: b\n".repeat(20_000))))
                .containsExactly(DiagnosticCode.YAML_TOO_MANY_VALUES);
    }

    @Test
    void a_long_number_costs_nothing() {
        assertThat(read("x: " + "9".repeat(400_000)).orThrow().extensions().get("x"))
                .asString()
                .hasSize(400_000);
    }

    @Test
    void complex_keys_are_an_error() {
        assertThat(errors(read("? [a, b]\n: y"))).containsExactly(DiagnosticCode.YAML_KEY_NOT_TEXT);
    }

    @Test
    void a_character_of_two_halves_may_stand_anywhere() {
        for (int before = 1000; before < 1060; before++) {
            String description = "d".repeat(before) + "😀 end";
            assertThat(read("color: \"" + description + "\"").orThrow().color()).contains(description);
            assertThat(read("color: red\nvibe: x: " + description).orThrow().extensions())
                    .containsEntry("vibe", "x: " + description);
        }
    }

    @Test
    void many_broken_lines_take_linear_time() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            keys.append("k").append(i).append(": a: b: c\n");
        }

        assertThat(read(keys.toString()).orThrow().extensions()).hasSize(3_000);
    }

    @Test
    void lines_of_colons_take_linear_time() {
        for (String lines : new String[] {(":".repeat(100) + "\n").repeat(5_000), "x:\n" + " :".repeat(100_000)}) {
            assertThat(read(lines).diagnostics()).isNotEmpty();
        }
        assertThat(read("x: " + ": ".repeat(200_000)).diagnostics()).isNotEmpty();
    }

    @Test
    void unclosed_quotes_and_brackets_take_linear_time() {
        for (String opening : new String[] {"\"", "'", "[", "[\"", "{", "|2", ">"}) {
            assertThat(read("x: " + opening + "word, ".repeat(50_000)).diagnostics())
                    .as(opening)
                    .isNotEmpty();
        }
    }

    @Test
    void deep_indentation_is_an_error_and_no_overflow() {
        StringBuilder keys = new StringBuilder();
        for (int depth = 0; depth < 1_000; depth++) {
            keys.append(" ".repeat(depth)).append("k:\n");
        }

        assertThat(errors(read(keys.toString()))).containsExactly(DiagnosticCode.YAML_TOO_DEEP);
    }

    @Test
    void a_megabyte_of_misspelt_tools_takes_linear_time() {
        assertThat(read("tools: " + "Raed, ".repeat(9_000)).diagnostics()).hasSizeGreaterThan(8_000);
        assertThat(read("tools: " + "R".repeat(400_000)).diagnostics()).isNotEmpty();
    }

    @Test
    void two_thousand_unknown_keys_take_linear_time() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            keys.append("key-").append(i).append(": v\n");
        }

        assertThat(read(keys.toString()).orThrow().extensions()).hasSize(2_000);
    }

    private static Reading read(String keys) {
        return DefinitionReader.create().read("x.md", DefinitionReaderTest.file("description: d\n" + keys));
    }
}
