package dev.cadre.tools.search;

/**
 * Translates a glob into a regular expression, without expanding braces. The dialect is that of gitignore and ripgrep:
 * {@code *} and {@code ?} stay in one name, {@code **} spans folders, {@code [a-z]}, {@code {a,b}}, backslash escapes.
 */
final class GlobRegex {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_BRACES = 10;

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int braces;

    private GlobRegex(String glob) {
        this.glob = glob;
    }

    static String of(String glob) {
        if (glob.length() > MAX_LENGTH) {
            throw new GlobSyntaxException(glob, "it is longer than " + MAX_LENGTH + " characters");
        }
        return new GlobRegex(glob).translate();
    }

    private String translate() {
        while (at < glob.length()) {
            char c = glob.charAt(at);
            at++;
            switch (c) {
                case '*' -> star();
                case '?' -> regex.append("[^/]");
                case '[' -> characterClass();
                case '{' -> openBrace();
                case '}' -> closeBrace();
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                case '\\' -> escape();
                default -> quote(c);
            }
        }
        if (braces > 0) {
            throw new GlobSyntaxException(glob, "a brace is not closed");
        }
        return regex.toString();
    }

    private void star() {
        int start = at - 1;
        while (at < glob.length() && glob.charAt(at) == '*') {
            at++;
        }
        boolean afterSlash = start == 0 || glob.charAt(start - 1) == '/';
        boolean beforeSlash = at < glob.length() && glob.charAt(at) == '/';
        if (at - start != 2 || !afterSlash || !(beforeSlash || at == glob.length())) {
            regex.append("[^/]*");
        } else if (beforeSlash) {
            at++;
            regex.append("(?:.*/)?");
        } else {
            regex.append(start == 0 ? ".*" : ".+");
        }
    }

    private void characterClass() {
        int end = glob.indexOf(']', at + 1);
        if (end >= 0 && (glob.charAt(at) == '!' || glob.charAt(at) == '^') && glob.charAt(at + 1) == ']') {
            end = glob.indexOf(']', at + 2);
        }
        if (end < 0) {
            throw new GlobSyntaxException(glob, "a bracket is not closed");
        }
        boolean negated = glob.charAt(at) == '!' || glob.charAt(at) == '^';
        String members = glob.substring(negated ? at + 1 : at, end);
        regex.append(negated ? "[^/" : "[");
        for (int i = 0; i < members.length(); i++) {
            char c = members.charAt(i);
            boolean range = c == '-' && i > 0 && i < members.length() - 1;
            if (range && members.charAt(i - 1) > members.charAt(i + 1)) {
                throw new GlobSyntaxException(glob, "a range of a bracket is backwards");
            }
            if (range) {
                regex.append('-');
            } else {
                quote(c);
            }
        }
        regex.append(']');
        at = end + 1;
    }

    private void openBrace() {
        braces++;
        if (braces > MAX_BRACES) {
            throw new GlobSyntaxException(glob, "braces are nested deeper than " + MAX_BRACES);
        }
        regex.append("(?:");
    }

    private void closeBrace() {
        if (braces == 0) {
            throw new GlobSyntaxException(glob, "a closing brace has no opening one");
        }
        braces--;
        regex.append(')');
    }

    private void escape() {
        if (at == glob.length()) {
            throw new GlobSyntaxException(glob, "it ends with a backslash");
        }
        quote(glob.charAt(at));
        at++;
    }

    private void quote(char c) {
        if ("\\.+*?()|[]{}^$-&~#".indexOf(c) >= 0) {
            regex.append('\\');
        }
        regex.append(c);
    }
}
