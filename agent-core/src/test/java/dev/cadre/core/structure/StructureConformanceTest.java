package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what is read from our fixtures with what a person marked in them, both ways. */
class StructureConformanceTest {

    static Stream<Path> fixtures() throws IOException, URISyntaxException {
        Path folder =
                Path.of(StructureConformanceTest.class.getResource("/structure").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void finds_exactly_what_is_marked(Path fixture) throws IOException {
        Path labels = fixture.resolveSibling(fixture.getFileName().toString().replace(".md", ".labels"));
        String body = Files.readString(fixture);

        assertThat(differences(body, Files.readAllLines(labels))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void finds_the_same_with_other_line_ends(Path fixture) throws IOException {
        Path labels = fixture.resolveSibling(fixture.getFileName().toString().replace(".md", ".labels"));
        String body = Files.readString(fixture).replace("\n", "\r\n");

        assertThat(differences(body, Files.readAllLines(labels))).isEmpty();
    }

    private static List<String> differences(String body, List<String> rows) {
        List<Found> missing = new ArrayList<>();
        rows.stream().filter(row -> !row.isBlank()).map(Found::label).forEach(missing::add);
        List<String> differences = new ArrayList<>();
        for (Found found : Found.in(PromptStructure.of(body))) {
            boolean marked = missing.stream()
                    .filter(found::isMeantBy)
                    .findFirst()
                    .map(missing::remove)
                    .orElse(false);
            if (!marked) {
                differences.add("not marked: " + found);
            }
        }
        missing.forEach(label -> differences.add("not found: " + label));
        return differences;
    }
}
