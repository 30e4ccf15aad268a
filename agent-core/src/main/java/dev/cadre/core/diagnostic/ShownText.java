package dev.cadre.core.diagnostic;

/** Makes text of other people fit to be shown: in one line, without what a terminal obeys, and of a known width. */
final class ShownText {

    private static final int MAX_MESSAGE = 1_000;
    private static final char UNSEEN = '\uFFFD';

    // Ranges whose characters take two columns of a terminal: pairs of the first and the last.
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900,
        0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private ShownText() {}

    /** Returns a sentence in one line, cut if it quotes very much. */
    static String sentence(String text) {
        String line = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : text.replaceAll("\\R", " ");
        return line.length() <= MAX_MESSAGE
                ? line
                : line.substring(0, whole(line, MAX_MESSAGE / 2)) + "…"
                        + line.substring(whole(line, line.length() - MAX_MESSAGE / 2));
    }

    /** Returns a text with a sign for each character that a terminal obeys or does not show; a tab becomes a blank. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '\t') {
                shown.append(' ');
            } else {
                shown.appendCodePoint(isUnseen(c) ? UNSEEN : c);
            }
        }
        return shown.toString();
    }

    /** Returns how many columns a visible text takes. */
    static int width(String text) {
        return visible(text).codePoints().map(ShownText::width).sum();
    }

    /** Returns an offset, moved on if it would part a character in two. */
    static int whole(String text, int offset) {
        boolean parted = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return parted ? offset + 1 : offset;
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (c >= WIDE[i] && c <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
