package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;

/** Expands {@code a.{b,c}} in patterns into its alternatives. */
final class BraceList {

    private BraceList() {}

    /**
     * Returns all alternatives; a text without a comma between braces is its own only one.
     *
     * @throws IllegalArgumentException with the problem in words, if there are more than allowed
     */
    static List<String> expand(String text, int limit) {
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(text));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            List<String> alternatives = firstGroup(next);
            if (alternatives.isEmpty()) {
                done.add(next);
            } else {
                open.addAll(alternatives);
            }
            if (done.size() + open.size() > limit) {
                throw new IllegalArgumentException("braces mean more than " + limit + " alternatives");
            }
        }
        return done;
    }

    private static List<String> firstGroup(String text) {
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            List<Integer> cuts = cuts(text, open);
            if (cuts.size() > 2) {
                List<String> alternatives = new ArrayList<>();
                String before = text.substring(0, open);
                String after = text.substring(cuts.get(cuts.size() - 1) + 1);
                for (int i = 1; i < cuts.size(); i++) {
                    alternatives.add(before + text.substring(cuts.get(i - 1) + 1, cuts.get(i)) + after);
                }
                return alternatives;
            }
        }
        return List.of();
    }

    // The places of the opening brace, its own commas and its closing brace; empty if it is not closed.
    private static List<Integer> cuts(String text, int open) {
        List<Integer> cuts = new ArrayList<>(List.of(open));
        int depth = 0;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (c == '}') {
                cuts.add(i);
                return cuts;
            } else if (c == ',' && depth == 0) {
                cuts.add(i);
            }
        }
        return List.of();
    }
}
