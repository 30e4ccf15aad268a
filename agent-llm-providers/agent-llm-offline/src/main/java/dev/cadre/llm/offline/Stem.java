package dev.cadre.llm.offline;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Cuts words to a common root, so that {@code migrations} meets {@code migrate}.
 *
 * <p>It knows frequent endings of a few languages in Latin script; words of other alphabets are cut to their first
 * letters, and scripts without blanks are left to {@link Words}.
 */
final class Stem {

    private static final int SHORTEST = 3;
    private static final int OTHER_SCRIPTS = 5;

    // Longest first: the first that fits is cut.
    private static final List<String> ENDINGS = List.of(
            "ifications",
            "ification",
            "ations",
            "ating",
            "ation",
            "ments",
            "ances",
            "ences",
            "aciones",
            "acion",
            "icoes",
            "acao",
            "ungen",
            "ities",
            "ance",
            "ence",
            "ated",
            "ates",
            "ings",
            "ment",
            "ions",
            "ung",
            "ity",
            "ies",
            "ate",
            "ing",
            "ion",
            "ive",
            "ely",
            "ed",
            "es",
            "en",
            "ly",
            "os",
            "as",
            "s",
            "e",
            "y",
            "n",
            "o",
            "a");

    private Stem() {}

    /** Returns the root of one word in lower case. */
    static String of(String word) {
        String folded = fold(word);
        if (folded.codePoints().anyMatch(c -> c > 0x7f)) {
            int length = folded.codePointCount(0, folded.length());
            return length <= OTHER_SCRIPTS ? folded : folded.substring(0, folded.offsetByCodePoints(0, OTHER_SCRIPTS));
        }
        return folded.chars().anyMatch(Character::isDigit)
                ? folded
                : undouble(cut(folded, !folded.equalsIgnoreCase(word)));
    }

    private static String fold(String word) {
        String decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    if (c == 'ß') {
                        folded.append("ss");
                    } else {
                        folded.appendCodePoint(c);
                    }
                });
        return folded.toString();
    }

    private static String cut(String word, boolean folded) {
        // A German plural: Passwörter, Bücher. Elsewhere "er" makes another word, such as container.
        if (folded && word.endsWith("er") && word.length() - 2 >= SHORTEST) {
            return word.substring(0, word.length() - 2);
        }
        for (String ending : ENDINGS) {
            int rest = word.length() - ending.length();
            boolean doubleS = ending.equals("s") && word.endsWith("ss");
            if (rest >= SHORTEST && word.endsWith(ending) && !doubleS) {
                return word.substring(0, rest);
            }
        }
        return word;
    }

    private static String undouble(String stem) {
        int last = stem.length() - 1;
        boolean twice =
                last > 2 && stem.charAt(last) == stem.charAt(last - 1) && "bdgmnprt".indexOf(stem.charAt(last)) >= 0;
        return twice ? stem.substring(0, last) : stem;
    }
}
