package dev.cadre.llm.testkit.wire;

import java.util.ArrayList;
import java.util.List;

/** Cuts texts into the pieces of a stream, never inside a surrogate pair. */
final class Deltas {

    private Deltas() {}

    static List<String> of(String text, int size) {
        List<String> deltas = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            for (int i = 0; i < size && to < text.length(); i++) {
                to += Character.charCount(text.codePointAt(to));
            }
            deltas.add(text.substring(from, to));
            from = to;
        }
        return deltas;
    }
}
