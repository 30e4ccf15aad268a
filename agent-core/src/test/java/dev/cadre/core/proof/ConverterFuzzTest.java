package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.core.convert.Conversion;
import dev.cadre.core.convert.DefinitionConverter;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Converts whatever the fuzzer writes to every dialect and reads it again. */
class ConverterFuzzTest {

    @DictionaryFile(resourcePath = "/fuzz/definitions.dict")
    @FuzzTest(maxDuration = "10m")
    void what_is_converted_allows_no_more_and_says_what_it_lost(byte[] input) {
        NamedSource source = NamedSource.of(input);
        Work.assertLinear(30 * source.content().length, () -> {
            for (Reading reading : DefinitionReader.create().readAll(source.name(), source.content())) {
                reading.definition()
                        .ifPresent(definition ->
                                DefinitionConverter.targets().forEach(dialect -> check(definition, dialect)));
            }
        });
    }

    private static void check(AgentDefinition definition, Dialect dialect) {
        Conversion conversion = DefinitionConverter.convert(definition, dialect);
        assertThat(conversion.fileName()).doesNotContain("/", "\\").isNotBlank();
        if (conversion.isWidening()) {
            return;
        }
        AgentDefinition back = read(dialect, conversion);
        assertThat(RightsProbe.widened(definition, back)).as(dialect.id()).isEmpty();
        assertThat(back.prompt()).as(dialect.id()).isEqualTo(definition.prompt());
        if (conversion.losses().isEmpty()) {
            assertThat(back.name()).as(dialect.id()).isEqualTo(definition.name());
            assertThat(back.description()).as(dialect.id()).isEqualTo(definition.description());
            assertThat(back.model()).as(dialect.id()).isEqualTo(definition.model());
            assertThat(back.maxTurns()).as(dialect.id()).isEqualTo(definition.maxTurns());
            assertThat(back.effort()).as(dialect.id()).isEqualTo(definition.effort());
            assertThat(back.hooks()).as(dialect.id()).isEqualTo(definition.hooks());
        }
    }

    static AgentDefinition read(Dialect dialect, Conversion conversion) {
        String folder = switch (dialect) {
            case FACTORY -> ".factory/droids/";
            case CLAUDE_JSON, ROO, COPILOT, CHATMODE -> "";
            default -> "." + dialect.id() + "/agents/";
        };
        byte[] bytes = conversion.text().getBytes(StandardCharsets.UTF_8);
        List<Reading> readings = DefinitionReader.create().readAll(folder + conversion.fileName(), bytes);
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).dialect()).isEqualTo(dialect);
        return readings.get(0).orThrow();
    }
}
