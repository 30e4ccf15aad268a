package dev.cadre.tools.permission;

/** Counts the letters added, dropped, changed or swapped with their neighbour between two words. */
final class EditDistance {

    // Longer texts are no misspelt names.
    private static final int MAX_LENGTH = 64;

    private EditDistance() {}

    static int between(String a, String b) {
        if (a.length() > MAX_LENGTH || b.length() > MAX_LENGTH) {
            return MAX_LENGTH;
        }
        // The row before the last is needed for swaps.
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                row[j] = isSwap(a, b, i, j) ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
        }
        return row[b.length()];
    }

    private static boolean isSwap(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
