package dev.cadre.tools.shell;

import java.util.Set;

/**
 * Reads a program for {@code awk} as far as it takes to tell comparisons, texts and patterns from redirections and pipes.
 * Used once, by one thread.
 */
final class AwkProgram {

    // Behind them a slash starts a pattern, as behind an operator.
    private static final Set<String> WORDS_BEFORE_PATTERN =
            Set.of("print", "printf", "return", "case", "in", "else", "do");

    // They run commands, read or choose files, or load code.
    private static final Set<String> ACTING = Set.of("system", "getline", "extension", "ARGV", "ARGC", "SYMTAB");

    private final String code;
    private int at;
    private int parentheses;
    private int braces;
    private String word = "";
    private char before = '\n';

    private AwkProgram(String code) {
        this.code = code;
    }

    /** Returns whether a program may run commands, or read or write files other than those of its arguments. */
    static boolean mayAct(String code) {
        return new AwkProgram(code).mayAct();
    }

    private boolean mayAct() {
        while (at < code.length()) {
            char c = code.charAt(at++);
            boolean isPart = isPart(c);
            if (isPart) {
                word = isPart(before) ? word + c : String.valueOf(c);
                before = c;
                continue;
            }
            if (ACTING.contains(word) || acts(c)) {
                return true;
            }
            if (c != ' ' && c != '\t') {
                word = "";
                before = c;
            } else if (!word.isEmpty()) {
                // A blank ends a word without being an operator.
                before = ')';
            }
        }
        return ACTING.contains(word) || parentheses != 0 || braces != 0;
    }

    // What can't be told counts as acting.
    private boolean acts(char c) {
        return switch (c) {
            case '"' -> !skipTo('"');
            case '/' -> startsPattern() ? !skipTo('/') : !isDivision();
            case '#' -> !skipComment();
            case '|' -> !accept('|');
            case '>' -> accept('>') || !(accept('=') || parentheses > 0 || braces == 0);
            case '@', '\\' -> true;
            case '(' -> ++parentheses < 0;
            case ')' -> --parentheses < 0;
            case '{' -> ++braces < 0;
            case '}' -> --braces < 0;
            default -> c > '~';
        };
    }

    private boolean startsPattern() {
        return "\n(,~!{};&|".indexOf(before) >= 0 || WORDS_BEFORE_PATTERN.contains(word);
    }

    private boolean isDivision() {
        return isPart(before) || "$)]\"".indexOf(before) >= 0;
    }

    private static boolean isPart(char c) {
        return c <= '~' && (Character.isLetterOrDigit(c) || c == '_');
    }

    private boolean accept(char c) {
        boolean isNext = at < code.length() && code.charAt(at) == c;
        at += isNext ? 1 : 0;
        return isNext;
    }

    // In a set of a pattern not all read a slash in the same way.
    private boolean skipTo(char end) {
        boolean inSet = false;
        while (at < code.length()) {
            char c = code.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '\n') {
                return false;
            } else if (c == end) {
                return !inSet;
            } else if (end == '/') {
                inSet = inSet ? c != ']' : c == '[';
            }
        }
        return false;
    }

    private boolean skipComment() {
        while (at < code.length() && code.charAt(at) != '\n') {
            at++;
        }
        return true;
    }
}
