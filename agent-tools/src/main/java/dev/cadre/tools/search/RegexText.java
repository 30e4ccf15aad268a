package dev.cadre.tools.search;

/** Reads the text of a regular expression, character by character. */
final class RegexText {

    private final String regex;
    private int at;

    RegexText(String regex) {
        this.regex = regex;
    }

    boolean more() {
        return at < regex.length();
    }

    int peek() {
        return regex.codePointAt(at);
    }

    int next() {
        if (!more()) {
            throw failure("it ends too early");
        }
        int c = regex.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    boolean take(char c) {
        boolean is = more() && regex.charAt(at) == c;
        at += is ? 1 : 0;
        return is;
    }

    boolean take(String expected) {
        boolean is = regex.startsWith(expected, at);
        at += is ? expected.length() : 0;
        return is;
    }

    boolean sees(String expected) {
        return regex.startsWith(expected, at);
    }

    /** Reads up to a character and past it. */
    String upTo(char end) {
        int to = regex.indexOf(end, at);
        if (to < 0) {
            throw failure("\"" + end + "\" is missing");
        }
        String part = regex.substring(at, to);
        at = to + 1;
        return part;
    }

    /** Reads a decimal number; negative if there is none. */
    int number() {
        int value = -1;
        while (more() && peek() >= '0' && peek() <= '9' && value < 100_000) {
            value = Math.max(0, value) * 10 + (next() - '0');
        }
        return value;
    }

    /** Reads hexadecimal digits. */
    int hex(int digits) {
        int end = Math.min(regex.length(), at + digits);
        String part = regex.substring(at, end);
        at = end;
        return code(part);
    }

    int code(String digits) {
        try {
            int code = Integer.parseInt(digits, 16);
            if (code >= 0 && code <= CharSet.MAX && (code < 0xD800 || code > 0xDFFF)) {
                return code;
            }
        } catch (NumberFormatException e) {
            throw failure("\"" + digits + "\" is no hexadecimal number");
        }
        throw failure("\"" + digits + "\" is no character");
    }

    TextPatternException failure(String problem) {
        String shown = regex.length() <= 120 ? regex : regex.substring(0, 120) + "…";
        return new TextPatternException(
                "\"" + shown + "\" is no regular expression here: " + problem + " (at character " + (at + 1) + ")");
    }
}
