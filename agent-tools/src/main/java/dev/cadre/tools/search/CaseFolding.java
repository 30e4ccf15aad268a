package dev.cadre.tools.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to sets the characters that differ from their members in case only. */
final class CaseFolding {

    private CaseFolding() {}

    /** Holds all classes of more than one character; reading through Unicode takes some milliseconds. */
    private static final class Lazy {

        static final List<int[]> CLASSES = classes();

        private static List<int[]> classes() {
            Map<Integer, List<Integer>> byFold = new LinkedHashMap<>();
            for (int c = 0; c <= CharSet.MAX; c++) {
                int fold = fold(c);
                if (fold != c) {
                    List<Integer> members = byFold.computeIfAbsent(fold, key -> new ArrayList<>(List.of(key)));
                    members.add(c);
                }
            }
            return byFold.values().stream()
                    .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
                    .toList();
        }

        private static int fold(int c) {
            // The dotted and the dotless i have no simple folding in Unicode.
            return c == 0x130 || c == 0x131 ? c : Character.toLowerCase(Character.toUpperCase(c));
        }
    }

    static CharSet closure(CharSet set) {
        List<Integer> pairs = new ArrayList<>();
        for (int[] members : Lazy.CLASSES) {
            boolean any = false;
            for (int member : members) {
                any |= set.contains(member);
            }
            if (any) {
                for (int member : members) {
                    pairs.add(member);
                    pairs.add(member);
                }
            }
        }
        return set.union(CharSet.of(pairs.stream().mapToInt(Integer::intValue).toArray()));
    }
}
