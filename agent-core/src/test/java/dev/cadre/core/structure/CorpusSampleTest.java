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

/** Measures precision and recall on files of others, against labels made by reading them. */
class CorpusSampleTest {

    @ParameterizedTest
    @CsvSource({
        "sample.txt, step, 0.85",
        "sample.txt, check, 0.85",
        "sample.txt, deliverable, 0.85",
        "later-sample.txt, step, 0.85",
        "later-sample.txt, check, 0.85",
        "later-sample.txt, deliverable, 0.80",
    })
    void is_precise_and_misses_little(String sample, String kind, double recall) throws IOException {
        Set<String> marked = new LinkedHashSet<>();
        Set<String> found = new LinkedHashSet<>();
        try (Corpus corpus = Corpus.open()) {
            for (String row : rows(sample)) {
                String path = row.split(" \\| ", 2)[0];
                marked.addAll(marked(row, kind));
                found.addAll(found(path, corpus.text(path), kind));
            }
        }
        Set<String> both = new LinkedHashSet<>(found);
        both.retainAll(marked);

        assertThat(marked).hasSizeGreaterThan(25);
        assertThat((double) both.size() / found.size()).as("precision").isGreaterThanOrEqualTo(0.95);
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
