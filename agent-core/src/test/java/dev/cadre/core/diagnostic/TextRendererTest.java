package dev.cadre.core.diagnostic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRendererTest {

    private final SourceText source =
            new SourceText("agents/review.md", "---\nname: x\npermissionMode: auto-edit\n---\n");

    @Test
    void shows_place_line_caret_allowed_values_and_fix() {
        int at = source.text().indexOf("auto-edit");
        Diagnostic diagnostic = Diagnostic.builder(
                        DiagnosticCode.PERMISSION_MODE, source.span(at, 9), "unknown permission mode \"auto-edit\"")
                .allowed(List.of("default", "plan"))
                .advice("use acceptEdits")
                .build();

        assertThat(render(source, diagnostic)).isEqualTo("""
                agents/review.md:3:17: error[permission/mode]: unknown permission mode "auto-edit"
                  3 | permissionMode: auto-edit
                    |                 ^^^^^^^^^
                  allowed: default, plan
                  fix: use acceptEdits
                """);
    }

    @Test
    void cuts_long_lines_around_the_place() {
        SourceText wide = new SourceText("w", "x".repeat(5000) + "HERE" + "y".repeat(5000));
        Diagnostic diagnostic = Diagnostic.builder(DiagnosticCode.YAML_SYNTAX, wide.span(5000, 4), "bad")
                .build();

        List<String> lines = render(wide, diagnostic).lines().toList();

        assertThat(lines.get(1)).hasSizeLessThan(200).contains("HERE");
        assertThat(lines.get(2).indexOf("^^^^")).isEqualTo(lines.get(1).indexOf("HERE"));
    }

    @Test
    void speaks_no_control_characters() {
        SourceText rude = new SourceText("r", "\u001b[31mred");
        Diagnostic diagnostic = Diagnostic.builder(DiagnosticCode.FILE_BINARY, rude.span(0, 1), "binary")
                .build();

        assertThat(render(rude, diagnostic)).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: 审查 HERE",
                "name: 🚀🚀 HERE",
                "name: e\u0301e\u0301 HERE",
                "name: \t\ttab HERE",
                "name: ｗｉｄｅ HERE",
                "name: 한국어 HERE",
                "name: \u200b\u200b HERE",
            })
    void sets_the_caret_below_its_place_whatever_the_width_of_the_characters(String line) {
        SourceText text = new SourceText("w", line + "\rnext");
        Diagnostic diagnostic = Diagnostic.builder(
                        DiagnosticCode.YAML_SYNTAX, text.span(line.indexOf("HERE"), 4), "bad")
                .build();

        List<String> lines = render(text, diagnostic).lines().toList();

        assertThat(lines.get(2)).endsWith(" ^^^^");
        int before = lines.get(2).indexOf('^');
        String shown = lines.get(1).substring(0, lines.get(1).indexOf("HERE"));
        assertThat(before).isEqualTo(columns(shown));
    }

    // Two columns for what East Asian fonts and emoji take, none for marks above letters.
    private static int columns(String text) {
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.NON_SPACING_MARK ? 0 : c > 0x1100 && c != 0xFFFD ? 2 : 1)
                .sum();
    }

    @Test
    void never_parts_a_character_where_it_cuts() {
        SourceText wide = new SourceText("w", "x" + "🚀".repeat(500) + "HERE" + "🚀".repeat(500));
        Diagnostic diagnostic = Diagnostic.builder(DiagnosticCode.YAML_SYNTAX, wide.span(1001, 4), "bad")
                .build();

        assertThat(render(wide, diagnostic)).contains("HERE").doesNotContain("\uFFFD");
        assertThat(new String(render(wide, diagnostic).getBytes(UTF_8), UTF_8)).doesNotContain("?");
    }

    @Test
    void writes_a_message_in_one_line_and_shows_what_can_not_be_seen() {
        Diagnostic diagnostic = Diagnostic.builder(
                        DiagnosticCode.TOOLS_UNKNOWN, source.span(4, 4), "no tool is called \"a\nb\u001b[31m\u202e\"")
                .advice("did you mean \u200ba?")
                .build();

        assertThat(render(source, diagnostic)).isEqualTo("""
                agents/review.md:2:1: warning[tools/unknown]: no tool is called "a b\uFFFD[31m\uFFFD"
                  2 | name: x
                    | ^^^^
                  fix: did you mean \uFFFDa?
                """);
        assertThat(diagnostic.message()).doesNotContain("\n");
    }

    @Test
    void a_message_that_quotes_very_much_is_cut() {
        Diagnostic diagnostic = Diagnostic.builder(
                        DiagnosticCode.VALUE_UNKNOWN,
                        source.span(4, 4),
                        "unknown color \"" + "x".repeat(9000) + "\"; kept")
                .build();

        assertThat(diagnostic.message())
                .hasSizeLessThan(1100)
                .startsWith("unknown color")
                .endsWith("kept");
    }

    private static String render(SourceText source, Diagnostic diagnostic) {
        return DiagnosticRenderer.text().render(List.of(new SourceDiagnostics(source, List.of(diagnostic))));
    }
}
