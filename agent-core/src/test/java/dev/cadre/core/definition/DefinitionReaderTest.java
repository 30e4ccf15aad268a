package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {

    private final DefinitionReader reader = DefinitionReader.create();

    @Test
    void reports_a_missing_file_a_directory_and_an_empty_file(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.md"));

        assertThat(errors(reader.read(folder.resolve("none.md")))).containsExactly(DiagnosticCode.FILE_UNREADABLE);
        assertThat(errors(reader.read(folder))).containsExactly(DiagnosticCode.FILE_UNREADABLE);
        assertThat(errors(reader.read(empty))).containsExactly(DiagnosticCode.FILE_EMPTY);
    }

    @Test
    void says_where_bytes_are_not_utf_8() {
        byte[] bytes = "---\nname: x\ndescription: caf\u00e9\n---\n".getBytes(StandardCharsets.ISO_8859_1);

        Reading reading = reader.read("latin1.md", bytes);

        assertThat(errors(reading)).containsExactly(DiagnosticCode.FILE_NOT_UTF8);
        assertThat(reading.diagnostics().get(0).span().line()).isEqualTo(3);
        assertThat(reading.diagnostics().get(0).span().column()).isEqualTo(17);
        assertThat(reading.diagnostics().get(0).message()).contains("0xE9");
    }

    @Test
    void accepts_a_real_replacement_character() {
        assertThat(reader.read("x.md", file("description: was \uFFFD"))
                        .orThrow()
                        .description())
                .isEqualTo("was \uFFFD");
    }

    @Test
    void refuses_utf_16_binary_data_and_files_beyond_the_limit() {
        assertThat(errors(reader.read("x", "name".getBytes(StandardCharsets.UTF_16))))
                .containsExactly(DiagnosticCode.FILE_NOT_UTF8);
        assertThat(errors(reader.read("x", "a\0b"))).containsExactly(DiagnosticCode.FILE_BINARY);
        assertThat(errors(reader.read("x", new byte[5 << 20]))).containsExactly(DiagnosticCode.FILE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void reads_every_line_ending_and_a_byte_order_mark(String end) {
        String text = "\uFEFF---  \nname: x\ndescription: y\ntools:\n  - Read\n---\t\nBody\nmore\n".replace("\n", end);

        AgentDefinition definition = reader.read("x.md", text).orThrow();

        assertThat(definition.name()).isEqualTo("x");
        assertThat(definition.tools()).asString().contains("[Read]");
        assertThat(definition.prompt()).isEqualTo("Body" + end + "more" + end);
        assertThat(definition.origin().bodyLine()).isEqualTo(7);
    }

    @Test
    void throws_with_every_error_at_its_place() {
        assertThatThrownBy(() -> AgentDefinition.parse("a/b.md", file("description: d\npermissionMode: auto-edit")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(
                        "a/b.md:4:17: error[permission/mode]: unknown permission mode \"auto-edit\"; expected one"
                                + " of default, acceptEdits, plan, dontAsk, bypassPermissions")
                .satisfies(
                        e -> assertThat(((DefinitionException) e).diagnostics()).isNotEmpty());
    }

    @Test
    void strict_refuses_what_lenient_warns_of() {
        String text = file("description: Use when: asked");

        assertThat(reader.read("x", text).orThrow().description()).isEqualTo("Use when: asked");
        assertThat(errors(reader.with(Strictness.STRICT).read("x", text)))
                .containsExactly(DiagnosticCode.YAML_RECOVERED);
    }

    @Test
    void names_the_agent_after_its_file_if_nothing_else_does() {
        Reading reading = reader.read("some/dir/Wine List.md", "---\ndescription: d\n---\nx");

        assertThat(reading.orThrow().name()).isEqualTo("wine-list");
        assertThat(reading.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.NAME_DERIVED);
    }

    @Test
    void takes_the_file_for_the_name_where_the_dialect_does() {
        Reading reading = reader.read("some/dir/Wine List.agent.md", "---\ndescription: d\n---\nx");

        assertThat(reading.orThrow().name()).isEqualTo("Wine List");
        assertThat(reading.diagnostics()).isEmpty();
    }

    @Test
    void keeps_a_body_with_rules_and_no_text_at_all() {
        assertThat(reader.read("x", "---\nname: a\ndescription: b\n---\none\n---\ntwo")
                        .orThrow()
                        .prompt())
                .isEqualTo("one\n---\ntwo");
        assertThat(reader.read("x", "---\nname: a\ndescription: b\n---")
                        .orThrow()
                        .prompt())
                .isEmpty();
    }

    static List<DiagnosticCode> errors(Reading reading) {
        assertThat(reading.definition()).isEmpty();
        return reading.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::code)
                .toList();
    }

    static String file(String keys) {
        return "---\nname: x\n" + keys + "\n---\nBody\n";
    }
}
