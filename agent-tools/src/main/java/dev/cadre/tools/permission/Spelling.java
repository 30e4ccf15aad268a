package dev.cadre.tools.permission;

/**
 * A spelling of a tool's name, made ready for comparison with misspelt ones.
 *
 * @param letters its letters and digits in lower case
 * @param set one bit for each letter that occurs
 * @param tolerated by how many letters another word may differ
 * @param name the normal form
 */
record Spelling(String letters, long set, int tolerated, String name) {

    static Spelling of(String written, String name) {
        StringBuilder letters = new StringBuilder(written.length());
        long set = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = Character.toLowerCase(written.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
                set |= 1L << (c & 63);
            }
        }
        int length = letters.length();
        return new Spelling(letters.toString(), set, length <= 3 ? 0 : length <= 5 ? 1 : 2, name);
    }

    // Words differ by no less than their lengths do, and a changed letter takes one out of the set and puts one in.
    boolean isFar(Spelling other) {
        return Math.abs(letters.length() - other.letters.length()) > tolerated
                || Long.bitCount(set ^ other.set) > 2 * tolerated;
    }

    int distance(Spelling other) {
        int distance = EditDistance.between(letters, other.letters);
        return distance <= tolerated ? distance : Integer.MAX_VALUE;
    }
}
