package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.convert.Conversion;
import dev.cadre.core.convert.DefinitionConverter;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.dialect.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Converts public files from each dialect to each other and reads them again; every fifth file, or all of them with
 * {@code -Dcadre.proof=true}.
 */
class CorpusConversionTest {

    private final List<String> defects = new ArrayList<>();
    private final Map<String, Integer> pairs = new TreeMap<>();

    @Test
    void import_export_import_is_equal_or_reported_for_every_pair_of_dialects() throws IOException {
        CorpusFiles.some().forEach((path, bytes) -> {
            for (Reading reading : DefinitionReader.create().readAll(path, bytes)) {
                reading.definition()
                        .ifPresent(definition -> DefinitionConverter.targets()
                                .forEach(to -> check(path, reading.dialect(), definition, to)));
            }
        });

        assertThat(defects).isEmpty();
        assertThat(pairs.keySet())
                .hasSizeGreaterThan(8 * DefinitionConverter.targets().size());
    }

    private void check(String path, Dialect from, AgentDefinition definition, Dialect to) {
        Conversion conversion = DefinitionConverter.convert(definition, to);
        String as = path + " as " + to.id() + ": ";
        pairs.merge(from.id() + " to " + to.id(), 1, Integer::sum);
        List<String> report = new ArrayList<>(conversion.losses());
        report.addAll(conversion.widenings());
        if (report.stream().anyMatch(said -> said.startsWith("the result can not be read"))) {
            // Refused as a whole: there is nothing to compare.
            return;
        }
        AgentDefinition back = ConverterFuzzTest.read(to, conversion);
        Components.unreported(definition, back, report).forEach((key, change) -> defects.add(as + key + ": " + change));
        if (!conversion.isWidening()) {
            RightsProbe.widened(definition, back).forEach(way -> defects.add(as + way));
        }
        Conversion again = DefinitionConverter.convert(back, to);
        if (!again.text().equals(conversion.text())) {
            defects.add(as + "written again, it differs");
        }
    }
}
