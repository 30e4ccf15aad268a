package dev.cadre.tools.search;

import dev.cadre.tools.search.Node.Anchor;
import dev.cadre.tools.search.Node.Chars;
import dev.cadre.tools.search.Node.Choice;
import dev.cadre.tools.search.Node.Concat;
import dev.cadre.tools.search.Node.Place;
import dev.cadre.tools.search.Node.Repeat;
import java.util.ArrayList;
import java.util.List;

/** Parses regular expressions in the syntax of ripgrep (that of Rust), less what needs backtracking. */
final class RegexParser {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_REPEAT = 1000;

    private final RegexText text;
    private boolean ignoreCase;
    private boolean multiline = true;
    private boolean dotAll;
    private int depth;

    private RegexParser(String regex, boolean ignoreCase, boolean dotAll) {
        this.text = new RegexText(regex);
        this.ignoreCase = ignoreCase;
        this.dotAll = dotAll;
    }

    /**
     * Parses an expression; {@code ^} and {@code $} match at lines' ends.
     *
     * @throws TextPatternException if it is malformed or not supported
     */
    static Node parse(String regex, boolean ignoreCase, boolean dotAll) {
        RegexParser parser = new RegexParser(regex, ignoreCase, dotAll);
        Node node = parser.choice();
        if (parser.text.more()) {
            throw parser.text.failure("a closing parenthesis has no opening one");
        }
        return node;
    }

    private Node choice() {
        boolean outerCase = ignoreCase;
        boolean outerMultiline = multiline;
        boolean outerDot = dotAll;
        depth++;
        if (depth > MAX_DEPTH) {
            throw text.failure("it is nested deeper than " + MAX_DEPTH);
        }
        List<Node> options = new ArrayList<>();
        options.add(concat());
        while (text.take('|')) {
            options.add(concat());
        }
        depth--;
        ignoreCase = outerCase;
        multiline = outerMultiline;
        dotAll = outerDot;
        return options.size() == 1 ? options.get(0) : new Choice(options);
    }

    private Node concat() {
        List<Node> parts = new ArrayList<>();
        while (text.more() && text.peek() != '|' && text.peek() != ')') {
            Node atom = atom();
            parts.add(repeated(atom));
        }
        return parts.size() == 1 ? parts.get(0) : new Concat(parts);
    }

    private Node repeated(Node atom) {
        Node node = atom;
        while (text.more()) {
            int min;
            int max;
            if (text.take('*')) {
                min = 0;
                max = -1;
            } else if (text.take('+')) {
                min = 1;
                max = -1;
            } else if (text.take('?')) {
                min = 0;
                max = 1;
            } else if (text.peek() == '{') {
                int[] bounds = bounds();
                min = bounds[0];
                max = bounds[1];
            } else {
                return node;
            }
            text.take('?');
            node = new Repeat(node, min, max);
        }
        return node;
    }

    private int[] bounds() {
        text.take('{');
        int min = text.number();
        int max = min;
        if (text.take(',')) {
            max = text.more() && text.peek() != '}' ? text.number() : -1;
        }
        if (min < 0 || !text.take('}')) {
            throw text.failure("a repetition must be like {2}, {2,} or {2,5}; write \\{ for the brace itself");
        }
        if (min > MAX_REPEAT || max > MAX_REPEAT) {
            throw text.failure("a repetition is limited to " + MAX_REPEAT);
        }
        if (max >= 0 && max < min) {
            throw text.failure("a repetition is backwards");
        }
        return new int[] {min, max};
    }

    private Node atom() {
        int c = text.next();
        return switch (c) {
            case '(' -> group();
            case '[' -> chars(new RegexClass(text, ignoreCase).parse());
            case '.' -> new Chars(dotAll ? CharSet.ANY : CharSet.NOT_NEWLINE);
            case '^' -> new Anchor(multiline ? Place.LINE_START : Place.TEXT_START);
            case '$' -> new Anchor(multiline ? Place.LINE_END : Place.TEXT_END);
            case '*', '+', '?' -> throw text.failure("there is nothing to repeat");
            case '{' -> throw text.failure("there is nothing to repeat; write \\{ for the brace itself");
            case '\\' -> escape();
            default -> literal(c);
        };
    }

    private Node group() {
        if (!text.take('?')) {
            return close(choice());
        }
        if (text.take("P<") || (text.take('<') && text.more() && text.peek() != '=' && text.peek() != '!')) {
            text.upTo('>');
            return close(choice());
        }
        if (text.more() && "=!<".indexOf(text.peek()) >= 0) {
            throw text.failure("lookaround is not supported");
        }
        boolean outerCase = ignoreCase;
        boolean outerMultiline = multiline;
        boolean outerDot = dotAll;
        boolean set = true;
        while (text.more()) {
            int c = text.next();
            switch (c) {
                case ':' -> {
                    Node inside = close(choice());
                    ignoreCase = outerCase;
                    multiline = outerMultiline;
                    dotAll = outerDot;
                    return inside;
                }
                case ')' -> {
                    return new Concat(List.of());
                }
                case '-' -> set = false;
                case 'i' -> ignoreCase = set;
                case 'm' -> multiline = set;
                case 's' -> dotAll = set;
                case 'U' -> {
                    // Greed decides where a match ends, not whether there is one.
                }
                case 'u' -> {
                    if (!set) {
                        throw text.failure("the flag -u is not supported");
                    }
                }
                default -> throw text.failure("unknown flag");
            }
        }
        throw text.failure("a parenthesis is not closed");
    }

    private Node close(Node node) {
        if (!text.take(')')) {
            throw text.failure("a parenthesis is not closed");
        }
        return node;
    }

    private Node escape() {
        if (!text.more()) {
            throw text.failure("it ends with a backslash");
        }
        int c = text.peek();
        switch (c) {
            case 'b', 'B' -> {
                text.next();
                return new Anchor(c == 'b' ? Place.WORD_BOUNDARY : Place.NO_WORD_BOUNDARY);
            }
            case 'A' -> {
                text.next();
                return new Anchor(Place.TEXT_START);
            }
            case 'z' -> {
                text.next();
                return new Anchor(Place.TEXT_END);
            }
            default -> {
                return new RegexEscape(text)
                        .set()
                        .map(this::chars)
                        .orElseGet(() -> literal(new RegexEscape(text).character()));
            }
        }
    }

    private Node literal(int c) {
        return chars(CharSet.of(c, c));
    }

    private Node chars(CharSet set) {
        return new Chars(ignoreCase ? CaseFolding.closure(set) : set);
    }
}
