package dev.cadre.core.source;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Resolves plain scalars as YAML 1.2's core schema does, with a cap on the length of numbers. */
final class CoreSchema {

    private static final int MAX_DIGITS = 40;

    private CoreSchema() {}

    static @Nullable Object resolve(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> number(text);
        };
    }

    private static Object number(String text) {
        char first = text.charAt(0);
        if (text.length() > MAX_DIGITS
                || !((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.')) {
            return text;
        }
        if (isInteger(text)) {
            String digits = first == '+' ? text.substring(1) : text;
            return digits.length() <= 18 ? (Object) Long.valueOf(digits) : new BigInteger(digits);
        }
        return isDecimal(text) ? (Object) Double.valueOf(text) : text;
    }

    private static boolean isInteger(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        return start < text.length() && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }

    // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
    private static boolean isDecimal(String text) {
        int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int whole = digits(text, i);
        i += whole;
        int fraction = 0;
        if (i < text.length() && text.charAt(i) == '.') {
            fraction = digits(text, i + 1);
            i += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            i += i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+') ? 1 : 0;
            int exponent = digits(text, i);
            return exponent > 0 && exponent < 4 && i + exponent == text.length();
        }
        return i == text.length();
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }
}
