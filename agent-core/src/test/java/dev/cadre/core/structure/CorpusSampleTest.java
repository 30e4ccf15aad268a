package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures precision and recall on files of others, against labels made by reading them. */
class CorpusSampleTest {

    private static final List<String> SAMPLES = List.of(
            "sample.txt", "later-sample.txt", "second-development.txt", "second-final.txt", "third.txt", "fourth.txt");

    @ParameterizedTest
    @ValueSource(strings = {"step", "check", "deliverable"})
    void is_precise_and_misses_little_over_all_samples(String kind) throws IOException {
        measure(SAMPLES, kind, 0.95, 0.85);
    }

    @ParameterizedTest
    @CsvSource({
        "second-final.txt, step, 0.95, 0.85",
        "second-final.txt, check, 0.95, 0.85",
        "second-final.txt, deliverable, 0.90, 0.85",
        "third.txt, step, 0.95, 0.85",
        "third.txt, check, 0.95, 0.85",
        "third.txt, deliverable, 0.95, 0.90",
        "fourth.txt, step, 0.95, 0.85",
        "fourth.txt, check, 0.95, 0.85",
        "fourth.txt, deliverable, 0.90, 0.85",
        "fifth.txt, step, 0.95, 0.85",
        "fifth.txt, check, 0.95, 0.85",
        "fifth.txt, deliverable, 0.95, 0.85",
        "sixth.txt, step, 0.95, 0.85",
        "sixth.txt, check, 0.95, 0.85",
        "sixth.txt, deliverable, 0.95, 0.85",
    })
    void keeps_what_it_reaches_on_files_that_were_held_back(String sample, String kind, double precision, double recall)
            throws IOException {
        measure(List.of(sample), kind, precision, recall);
    }

    private static void measure(List<String> samples, String kind, double precision, double recall) throws IOException {
        Set<String> marked = new LinkedHashSet<>();
        Set<String> found = new LinkedHashSet<>();
        try (Corpus corpus = Corpus.open()) {
            for (String sample : samples) {
                for (String row : rows(sample)) {
                    String path = row.split(" \\| ", 2)[0];
                    marked.addAll(marked(row, kind));
                    found.addAll(found(path, corpus.text(path), kind));
                }
            }
        }
        Set<String> both = new LinkedHashSet<>(found);
        both.retainAll(marked);

        assertThat(marked).hasSizeGreaterThanOrEqualTo(25);
        assertThat((double) both.size() / found.size()).as("precision").isGreaterThanOrEqualTo(precision);
        assertThat((double) both.size() / marked.size()).as("recall").isGreaterThanOrEqualTo(recall);
    }

    private static List<String> rows(String resource) throws IOException {
        try (InputStream in = CorpusSampleTest.class.getResourceAsStream("/structure-corpus/" + resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static Set<String> marked(String row, String kind) {
        Set<String> places = new LinkedHashSet<>();
        String[] cells = row.split(" \\| ", -1);
        for (int i = 1; i < cells.length; i++) {
            String[] words = cells[i].strip().split(" ", -1);
            for (int k = 1; k < words.length && words[0].equals(kind); k++) {
                String[] range = words[k].split("-", 2);
                int last = Integer.parseInt(range[range.length - 1]);
                for (int line = Integer.parseInt(range[0]); line <= last; line++) {
                    places.add(cells[0] + ":" + line);
                }
            }
        }
        return places;
    }

    private static Set<String> found(String path, String text, String kind) {
        int offset = Corpus.bodyOffset(text);
        long above = text.substring(0, offset).chars().filter(c -> c == '\n').count();
        Set<String> places = new LinkedHashSet<>();
        for (Found found : Found.in(PromptStructure.of(text.substring(offset)))) {
            if (found.kind().equals(kind)) {
                places.add(path + ":" + (found.line() + above));
            }
        }
        return places;
    }
}
