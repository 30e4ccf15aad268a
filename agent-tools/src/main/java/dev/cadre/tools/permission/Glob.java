package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;

/**
 * Matches one text against {@code *}, {@code ?}, {@code [a-z]} and backslash escapes, in time linear in the product of
 * the lengths.
 */
final class Glob {

    private static final int ANY_RUN = -1;

    // One element a character of the pattern: a literal code point, ANY_RUN, or the index of a set as -2 - index.
    private final int[] tokens;
    private final List<CharacterSet> sets;

    private Glob(int[] tokens, List<CharacterSet> sets) {
        this.tokens = tokens;
        this.sets = sets;
    }

    /** Compiles a pattern; an unclosed bracket is a literal one. */
    static Glob compile(String pattern) {
        int[] source = pattern.codePoints().toArray();
        List<Integer> tokens = new ArrayList<>();
        List<CharacterSet> sets = new ArrayList<>();
        for (int i = 0; i < source.length; i++) {
            int c = source[i];
            if (c == '*') {
                tokens.add(ANY_RUN);
            } else if (c == '?') {
                sets.add(CharacterSet.ANY);
                tokens.add(-1 - sets.size());
            } else if (c == '[' && CharacterSet.end(source, i) > 0) {
                int end = CharacterSet.end(source, i);
                sets.add(CharacterSet.parse(source, i, end));
                tokens.add(-1 - sets.size());
                i = end;
            } else if (c == '\\' && i + 1 < source.length) {
                i++;
                tokens.add(source[i]);
            } else {
                tokens.add(c);
            }
        }
        return new Glob(tokens.stream().mapToInt(Integer::intValue).toArray(), sets);
    }

    /** Returns whether a pattern holds any wildcard. */
    static boolean isGlob(String pattern) {
        Glob glob = compile(pattern);
        for (int token : glob.tokens) {
            if (token < 0) {
                return true;
            }
        }
        return false;
    }

    boolean matches(String text) {
        int[] input = text.codePoints().toArray();
        int t = 0;
        int p = 0;
        int starToken = -1;
        int starInput = 0;
        while (t < input.length) {
            if (p < tokens.length && tokens[p] == ANY_RUN) {
                starToken = p++;
                starInput = t;
            } else if (p < tokens.length && matchesOne(tokens[p], input[t])) {
                p++;
                t++;
            } else if (starToken >= 0) {
                p = starToken + 1;
                t = ++starInput;
            } else {
                return false;
            }
        }
        while (p < tokens.length && tokens[p] == ANY_RUN) {
            p++;
        }
        return p == tokens.length;
    }

    private boolean matchesOne(int token, int c) {
        return token >= 0 ? token == c : sets.get(-2 - token).contains(c);
    }

    /** Is a bracket expression or the question mark. */
    private record CharacterSet(boolean negated, List<int[]> ranges) {

        static final CharacterSet ANY = new CharacterSet(true, List.of());

        static int end(int[] source, int open) {
            int i = open + 1;
            if (i < source.length && (source[i] == '!' || source[i] == '^')) {
                i++;
            }
            if (i < source.length && source[i] == ']') {
                i++;
            }
            while (i < source.length && source[i] != ']') {
                i++;
            }
            return i < source.length ? i : -1;
        }

        static CharacterSet parse(int[] source, int open, int end) {
            int i = open + 1;
            boolean negated = source[i] == '!' || source[i] == '^';
            if (negated) {
                i++;
            }
            List<int[]> ranges = new ArrayList<>();
            while (i < end) {
                int from = source[i];
                if (i + 2 < end && source[i + 1] == '-') {
                    ranges.add(new int[] {from, source[i + 2]});
                    i += 3;
                } else {
                    ranges.add(new int[] {from, from});
                    i++;
                }
            }
            return new CharacterSet(negated, ranges);
        }

        boolean contains(int c) {
            for (int[] range : ranges) {
                if (range[0] <= c && c <= range[1]) {
                    return !negated;
                }
            }
            return negated;
        }
    }
}
