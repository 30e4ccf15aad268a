package dev.cadre.tools.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Makes text that came from outside safe to show: what a terminal would obey, or an eye would not see, becomes an escape
 * such as {@code \x1b} or {@code \u202e}. Line ends and tabs stay; {@code CR LF} becomes a line end.
 */
public final class VisibleText {

    private VisibleText() {}

    /** Decodes UTF-8, malformed bytes as U+FFFD. */
    public static String of(byte[] utf8) {
        return of(new String(utf8, StandardCharsets.UTF_8));
    }

    /** Escapes control characters, overrides of direction, and characters without width. */
    public static String of(String text) {
        StringBuilder visible = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            boolean lineEnd = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (visible == null && (lineEnd || isHidden(c))) {
                visible = new StringBuilder(text.length() + 64).append(text, 0, i);
            }
            if (visible != null && !lineEnd) {
                append(visible, c);
            }
            i += width;
        }
        return visible == null ? text : visible.toString();
    }

    private static void append(StringBuilder visible, int c) {
        if (!isHidden(c)) {
            visible.appendCodePoint(c);
        } else if (c <= 0xff) {
            visible.append(String.format(Locale.ROOT, "\\x%02x", c));
        } else if (c <= 0xffff) {
            visible.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
            visible.append(String.format(Locale.ROOT, "\\u{%x}", c));
        }
    }

    private static boolean isHidden(int c) {
        if (c == '\n' || c == '\t') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            default -> isWithoutWidth(c);
        };
    }

    // Fillers that Unicode calls letters, and variation selectors, which can carry hidden text.
    private static boolean isWithoutWidth(int c) {
        return c == 0x115f
                || c == 0x1160
                || c == 0x3164
                || c == 0xffa0
                || c == 0x034f
                || (c >= 0xfe00 && c <= 0xfe0e)
                || (c >= 0xe0100 && c <= 0xe01ef);
    }
}
