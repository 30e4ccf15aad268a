package dev.cadre.llm.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the passages of all files that were read, and finds those that share words with a topic. Immutable. */
final class Corpus {

    private final List<Indexed> passages = new ArrayList<>();
    private final Map<String, List<Integer>> byStem = new LinkedHashMap<>();

    /**
     * Is a passage with its words.
     *
     * @param passage what is quoted
     * @param own the roots of its own words
     * @param context the roots of the words of the headings above it
     */
    record Indexed(Passage passage, Set<String> own, Set<String> context) {}

    private Corpus() {}

    static Corpus of(List<SourceFile> files) {
        Corpus corpus = new Corpus();
        for (SourceFile file : files) {
            Map<String, Set<String>> contexts = new LinkedHashMap<>();
            for (Passage passage : file.passages()) {
                Set<String> own = passage.stems();
                if (own.size() > 1) {
                    corpus.add(new Indexed(passage, own, contexts.computeIfAbsent(passage.context(), Words::stems)));
                }
            }
        }
        return corpus;
    }

    private void add(Indexed indexed) {
        int number = passages.size();
        passages.add(indexed);
        Set<String> all = new LinkedHashSet<>(indexed.own());
        all.addAll(indexed.context());
        all.forEach(
                stem -> byStem.computeIfAbsent(stem, key -> new ArrayList<>()).add(number));
    }

    /** Returns the passages that hold at least one of the words, in their text or above it, in order. */
    List<Indexed> holdingAny(Set<String> stems) {
        return stems.stream()
                .flatMap(stem -> byStem.getOrDefault(stem, List.of()).stream())
                .distinct()
                .sorted()
                .map(passages::get)
                .toList();
    }

    /** Returns how much a word tells: little if many passages hold it, most if none does. */
    double weight(String stem) {
        return Math.log(1
                + (passages.size() + 1.0)
                        / (1 + byStem.getOrDefault(stem, List.of()).size()));
    }

    /** Returns the weight of a word that no passage holds. */
    double fullWeight() {
        return Math.log(2.0 + passages.size());
    }
}
