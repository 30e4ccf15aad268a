package dev.cadre.core.source;

/** Writes single YAML values. */
public final class YamlText {

    private YamlText() {}

    /** Returns a text in quotes, on one line, so that every YAML reader gives it back unchanged. */
    public static String quoted(String text) {
        return needsEscapes(text) ? doubleQuoted(text) : "'" + text.replace("'", "''") + "'";
    }

    private static boolean needsEscapes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\t' || isHidden(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String doubleQuoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isHidden(c)) {
                        out.append(String.format("\\u%04X", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    // What YAML takes for no printable character, and line breaks that editors do not show.
    private static boolean isHidden(int c) {
        return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE;
    }
}
