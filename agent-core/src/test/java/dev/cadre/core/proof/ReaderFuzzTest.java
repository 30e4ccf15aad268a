package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.definition.Strictness;
import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticRenderer;
import dev.cadre.core.diagnostic.SourceDiagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads whatever the fuzzer writes, in every format. */
class ReaderFuzzTest {

    private static final DefinitionReader LENIENT = DefinitionReader.create();
    private static final DefinitionReader STRICT = LENIENT.with(Strictness.STRICT);

    @DictionaryFile(resourcePath = "/fuzz/definitions.dict")
    @FuzzTest(maxDuration = "10m")
    void any_bytes_are_loaded_or_refused_with_an_error_at_a_place(byte[] input) {
        NamedSource source = NamedSource.of(input);
        Work.assertLinear(source.content().length, () -> check(source));
    }

    private static void check(NamedSource source) {
        List<Reading> readings = LENIENT.readAll(source.name(), source.content());
        List<Reading> strict = STRICT.readAll(source.name(), source.content());
        assertThat(readings).isNotEmpty().hasSameSizeAs(strict);
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            boolean refused = reading.diagnostics().stream().anyMatch(Diagnostic::isError);
            assertThat(reading.definition().isEmpty()).isEqualTo(refused);
            assertThatPlacesExist(reading);
            assertThatTextIsKept(source, reading);
            strict.get(i).definition().ifPresent(loaded -> assertThatEqual(loaded, reading.definition()));
            assertThat(reading.toJson()).isNotEmpty();
        }
        render(readings);
    }

    private static void assertThatPlacesExist(Reading reading) {
        int length = reading.source().text().length();
        for (Diagnostic problem : reading.diagnostics()) {
            assertThat(problem.span().offset()).isBetween(0, length);
            assertThat(problem.span().endOffset()).isBetween(problem.span().offset(), length);
            problem.fix()
                    .ifPresent(fix -> fix.edits()
                            .forEach(edit ->
                                    assertThat(edit.offset() + edit.length()).isBetween(edit.offset(), length)));
        }
    }

    // What was decoded is what stands in the file, but for a byte order mark; what comes after bad bytes is not
    // decoded.
    private static void assertThatTextIsKept(NamedSource source, Reading reading) {
        String text = new String(source.content(), StandardCharsets.UTF_8);
        String shown = text.startsWith("\uFEFF") ? text.substring(1) : text;
        assertThat(shown).startsWith(reading.source().text());
        reading.definition()
                .ifPresent(loaded -> assertThat(reading.source().text()).isEqualTo(shown));
    }

    private static void assertThatEqual(AgentDefinition strict, Optional<AgentDefinition> lenient) {
        assertThat(lenient).hasValueSatisfying(loaded -> {
            assertThat(loaded.name()).isEqualTo(strict.name());
            assertThat(loaded.description()).isEqualTo(strict.description());
            assertThat(loaded.prompt()).isEqualTo(strict.prompt());
            assertThat(loaded.tools()).isEqualTo(strict.tools());
            assertThat(loaded.disallowedTools()).isEqualTo(strict.disallowedTools());
            assertThat(loaded.rules()).isEqualTo(strict.rules());
            assertThat(loaded.extensions()).isEqualTo(strict.extensions());
        });
    }

    private static void render(List<Reading> readings) {
        List<SourceDiagnostics> said = readings.stream()
                .map(reading -> new SourceDiagnostics(reading.source(), reading.diagnostics()))
                .toList();
        assertThat(DiagnosticRenderer.text().render(said)).isNotNull();
        assertThat(DiagnosticRenderer.json().render(said)).isNotNull();
        assertThat(DiagnosticRenderer.sarif().render(said)).isNotNull();
    }
}
