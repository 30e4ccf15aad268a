package dev.cadre.core.source;

/** Turns the parser's offsets, which count code points, into offsets of UTF-16 code units. */
abstract class Offsets {

    private Offsets() {}

    static Offsets of(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new Walking(text, start);
            }
        }
        return new Same(start);
    }

    abstract int utf16(int codePoints);

    private static final class Same extends Offsets {
        private final int start;

        Same(int start) {
            this.start = start;
        }

        @Override
        int utf16(int codePoints) {
            return start + codePoints;
        }
    }

    // Questions come nearly in order, so it goes on from the last answer.
    private static final class Walking extends Offsets {
        private final String text;
        private int units;
        private int points;

        Walking(String text, int start) {
            this.text = text;
            this.units = start;
        }

        @Override
        int utf16(int codePoints) {
            while (points < codePoints && units < text.length()) {
                units += Character.charCount(text.codePointAt(units));
                points++;
            }
            while (points > codePoints) {
                units -= Character.charCount(text.codePointBefore(units));
                points--;
            }
            return units;
        }
    }
}
