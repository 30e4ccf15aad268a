package dev.cadre.llm.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Splits text into words of any script: identifiers at their humps, scripts without blanks into pairs of letters. */
final class Words {

    private Words() {}

    /**
     * Is one word of a text.
     *
     * @param surface as it was written
     * @param stem its root, for comparing
     */
    record Word(String surface, String stem) {}

    /** Returns the words that carry meaning, in order. */
    static List<Word> of(String text) {
        Splitter splitter = new Splitter();
        text.codePoints().forEach(splitter::accept);
        splitter.end();
        return splitter.words;
    }

    /** Returns the distinct roots of the words that carry meaning, in order. */
    static Set<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>();
        of(text).forEach(word -> stems.add(word.stem()));
        return stems;
    }

    private static boolean isUnspaced(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.THAI;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static final class Splitter {

        private final List<Word> words = new ArrayList<>();
        private final StringBuilder current = new StringBuilder();
        private int previous = ' ';

        void accept(int c) {
            if (!Character.isLetterOrDigit(c) && !isMark(c)) {
                end();
            } else if (current.length() > 0 && isBorder(c)) {
                end();
                current.appendCodePoint(c);
            } else {
                current.appendCodePoint(c);
            }
            previous = c;
        }

        private boolean isBorder(int c) {
            boolean hump = Character.isUpperCase(c) && Character.isLowerCase(previous);
            return hump || isUnspaced(c) != isUnspaced(previous);
        }

        void end() {
            if (current.length() == 0) {
                return;
            }
            String run = current.toString();
            current.setLength(0);
            if (isUnspaced(run.codePointAt(0))) {
                addPairs(run);
            } else if (run.codePointCount(0, run.length()) > 1 && !StopWords.contains(run)) {
                words.add(new Word(run, Stem.of(run)));
            }
        }

        private void addPairs(String run) {
            int[] letters = run.codePoints().toArray();
            for (int i = 0; i + 1 < letters.length; i++) {
                String pair = new String(letters, i, 2);
                words.add(new Word(pair, pair));
            }
            if (letters.length == 1) {
                words.add(new Word(run, run));
            }
        }
    }
}
