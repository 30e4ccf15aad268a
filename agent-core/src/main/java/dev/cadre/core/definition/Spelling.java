package dev.cadre.core.definition;

import dev.cadre.core.source.Keys;
import java.util.Collection;

/** Finds what somebody probably meant. */
final class Spelling {

    private static final int MAX_LENGTH = 40;

    private Spelling() {}

    /** Returns the known word that is nearest, or an empty string if none is near; ties go to the first. */
    static String nearest(String word, Collection<String> known) {
        String folded = Keys.fold(word);
        if (folded.length() > MAX_LENGTH) {
            return "";
        }
        long letters = letters(folded);
        String best = "";
        int bestDistance = folded.length() < 5 ? 2 : 3;
        for (String candidate : known) {
            // A changed letter takes one out of the set and puts one in.
            if (Long.bitCount(letters ^ letters(candidate)) > 2 * (bestDistance - 1)) {
                continue;
            }
            String other = Keys.fold(candidate);
            // Two words differ by no less than their lengths do.
            if (Math.abs(other.length() - folded.length()) >= bestDistance) {
                continue;
            }
            int distance = distance(folded, other);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    // Returns one bit for each letter that occurs, as folding leaves it.
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '-' && c != '_' && c != ' ') {
                letters |= 1L << (Character.toLowerCase(c) & 63);
            }
        }
        return letters;
    }

    // Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
