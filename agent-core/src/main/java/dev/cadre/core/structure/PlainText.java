package dev.cadre.core.structure;

/** Takes the markup out of one line or paragraph of Markdown, in one pass whose work is linear in its length. */
final class PlainText {

    private static final int LONGEST_CODE_FENCE = 8;
    private static final int LONGEST_LINK = 2000;
    private static final char DROPPED = '\0';

    private final String raw;
    private final StringBuilder out;
    private final boolean[] noCloser = new boolean[LONGEST_CODE_FENCE + 1];
    private int openBracket = -1;

    private PlainText(String raw) {
        this.raw = raw;
        this.out = new StringBuilder(raw.length());
    }

    static String of(String raw) {
        return new PlainText(raw.strip()).strip();
    }

    private String strip() {
        int i = 0;
        while (i < raw.length()) {
            i = step(i);
        }
        StringBuilder text = new StringBuilder(out.length());
        for (int k = 0; k < out.length(); k++) {
            char c = out.charAt(k);
            boolean blank = Character.isWhitespace(c);
            boolean doubled = blank && (text.isEmpty() || text.charAt(text.length() - 1) == ' ');
            if (c != DROPPED && !doubled) {
                text.append(blank ? ' ' : c);
            }
        }
        return text.toString().strip();
    }

    private int step(int i) {
        char c = raw.charAt(i);
        if (c == '\\' && i + 1 < raw.length() && isPunctuation(raw.charAt(i + 1))) {
            out.append(raw.charAt(i + 1));
            return i + 2;
        }
        if (c == '`') {
            return code(i);
        }
        if (c == '*' || c == '_') {
            return emphasis(i);
        }
        if (c == '[') {
            openBracket = out.length();
        }
        if (c == ']' && openBracket >= 0) {
            return closeBracket(i);
        }
        out.append(c);
        return i + 1;
    }

    private int code(int i) {
        int run = run(i);
        int close = run > LONGEST_CODE_FENCE || noCloser[run] ? -1 : closer(i + run, run);
        if (close < 0) {
            if (run <= LONGEST_CODE_FENCE) {
                noCloser[run] = true;
            }
            out.append(raw, i, i + run);
            return i + run;
        }
        out.append(raw, i + run, close);
        return close + run;
    }

    private int closer(int from, int run) {
        for (int i = from; i < raw.length(); i++) {
            if (raw.charAt(i) == '`') {
                int length = run(i);
                if (length == run) {
                    return i;
                }
                i += length - 1;
            }
        }
        return -1;
    }

    /** Drops a run of emphasis marks, but keeps one between blanks and underscores inside words. */
    private int emphasis(int i) {
        int end = i + run(i);
        boolean blankBefore = i == 0 || Character.isWhitespace(raw.charAt(i - 1));
        boolean blankAfter = end == raw.length() || Character.isWhitespace(raw.charAt(end));
        boolean wordBefore = i > 0 && Character.isLetterOrDigit(raw.charAt(i - 1));
        boolean wordAfter = end < raw.length() && Character.isLetterOrDigit(raw.charAt(end));
        boolean keep =
                (blankBefore && blankAfter) || (raw.charAt(i) == '_' && ((wordBefore && wordAfter) || end - i > 2));
        if (keep) {
            out.append(raw, i, end);
        }
        return end;
    }

    private int closeBracket(int i) {
        int open = openBracket;
        openBracket = -1;
        if (i + 1 < raw.length() && raw.charAt(i + 1) == '(') {
            int limit = Math.min(raw.length(), i + LONGEST_LINK);
            for (int k = i + 2; k < limit && raw.charAt(k) != '('; k++) {
                if (raw.charAt(k) == ')') {
                    out.setCharAt(open, DROPPED);
                    return k + 1;
                }
            }
        }
        out.append(']');
        return i + 1;
    }

    private int run(int i) {
        int end = i;
        while (end < raw.length() && raw.charAt(end) == raw.charAt(i)) {
            end++;
        }
        return end - i;
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }
}
