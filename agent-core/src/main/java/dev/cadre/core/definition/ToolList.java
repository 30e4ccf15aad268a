package dev.cadre.core.definition;

import java.util.ArrayList;
import java.util.List;

/** Splits texts that list tools. */
final class ToolList {

    private ToolList() {}

    /** Splits at commas outside parentheses; blank parts are left out. */
    static List<String> split(String text) {
        return split(text, ",");
    }

    /** Splits at commas and blanks outside parentheses. */
    static List<String> words(String text) {
        return split(text, ", \t\r\n");
    }

    private static List<String> split(String text, String separators) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && separators.indexOf(c) >= 0) {
                add(parts, text, from, i);
                from = i + 1;
            }
        }
        add(parts, text, from, text.length());
        return parts;
    }

    /** Returns a text without the quotes around it. */
    static String unquoted(String text) {
        char quote = text.length() > 1 ? text.charAt(0) : ' ';
        boolean quoted = (quote == '"' || quote == '\'') && text.charAt(text.length() - 1) == quote;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static void add(List<String> parts, String text, int from, int to) {
        String part = text.substring(from, to).strip();
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }
}
