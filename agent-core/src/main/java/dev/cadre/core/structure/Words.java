package dev.cadre.core.structure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A set of single words, written as text separated by blanks and line ends. */
final class Words {

    private final Set<String> words;

    private Words(String text) {
        this.words = new LinkedHashSet<>(List.of(text.strip().split("\\s+", -1)));
    }

    static Words of(String text) {
        return new Words(text);
    }

    boolean contains(String word) {
        return words.contains(word);
    }
}
