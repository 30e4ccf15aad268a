package dev.cadre.core.structure;

import java.util.Locale;

/** Brings headings into the form in which they are compared, and reads the numbers that they begin with. */
final class Titles {

    private Titles() {}

    static boolean endsWithColon(String text) {
        return text.endsWith(":") || text.endsWith("：");
    }

    static String withoutColon(String text) {
        String stripped = text.strip();
        return endsWithColon(stripped)
                ? stripped.substring(0, stripped.length() - 1).strip()
                : stripped;
    }

    /** Returns the heading without what stands in brackets at its end, such as {@code (required)}. */
    static String withoutAside(String title) {
        String text = title.strip();
        int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'));
        boolean aside = open > 0 && (text.endsWith(")") || text.endsWith("）"));
        return aside ? text.substring(0, open).strip() : text;
    }

    /** Returns the heading in lower case, without its number, signs and emoji, words separated by single blanks. */
    static String key(String title) {
        StringBuilder key = new StringBuilder();
        String lower = title.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            boolean keep = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            boolean apostrophe = c == '\'' || c == '’';
            if (keep && !isVariation(c)) {
                key.appendCodePoint(c);
            } else if (!apostrophe && !key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        return withoutNumber(key.toString().strip());
    }

    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || c == 0x20E3;
    }

    private static String withoutNumber(String key) {
        int i = 0;
        while (i < key.length() && (Character.isDigit(key.charAt(i)) || key.charAt(i) == ' ')) {
            i++;
        }
        return i < key.length() ? key.substring(i) : key;
    }
}
