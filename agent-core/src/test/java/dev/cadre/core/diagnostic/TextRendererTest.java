package dev.cadre.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static String render(SourceText source, Diagnostic diagnostic) {
        return DiagnosticRenderer.text().render(List.of(new SourceDiagnostics(source, List.of(diagnostic))));
    }
}
