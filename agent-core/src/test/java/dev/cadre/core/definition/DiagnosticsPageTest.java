package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/diagnostics.md} true. */
class DiagnosticsPageTest {

    private static final Pattern ENTRY = Pattern.compile(
            "### `([^`]+)` \\((\\w+)\\)\n\n([^\n]+)\n\n(?:````text (\\S+)\n(.*?)\n````|\\*No example[^\n]*)",
            Pattern.DOTALL);

    @Test
    void lists_every_code_with_its_severity_and_summary() throws IOException {
        List<String> listed = entries().stream()
                .map(entry -> entry.group(1) + " " + entry.group(2) + " " + entry.group(3))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(DiagnosticCode.values())
                        .map(code -> code.id() + " " + code.severity().word() + " " + code.summary())
                        .toList());
    }

    @Test
    void every_example_gives_its_code() throws IOException {
        DefinitionReader reader = DefinitionReader.create().validating();
        for (MatchResult entry : entries()) {
            if (entry.group(4) != null) {
                byte[] bytes = (entry.group(5) + "\n").getBytes(StandardCharsets.UTF_8);
                assertThat(reader.read(entry.group(4), bytes).diagnostics())
                        .as(entry.group(5))
                        .extracting(Diagnostic::code)
                        .extracting(DiagnosticCode::id)
                        .contains(entry.group(1));
            }
        }
    }

    private static List<MatchResult> entries() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("cadre.root", "..")).resolve("docs/diagnostics.md"));
        return ENTRY.matcher(page).results().toList();
    }
}
