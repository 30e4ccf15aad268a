package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;

/** Cuts a specifier into words as a shell would. */
final class PatternLexer {

    private static final String OPERATORS = ";&|<>()`$\n\r";

    private final String source;
    private final List<PatternWord> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder glob = new StringBuilder();
    private boolean inWord;
    private boolean hasWildcard;
    private int at;

    PatternLexer(String source) {
        this.source = source;
    }

    List<PatternWord> words() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == ' ' || c == '\t') {
                endWord();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == '\\' && at < source.length()) {
                literal(source.charAt(at++));
            } else if (c == '*') {
                wildcard();
            } else if (OPERATORS.indexOf(c) >= 0) {
                throw new IllegalArgumentException("'" + c + "' is no part of a single command; write one rule for"
                        + " each command, and quote the character if it is data");
            } else {
                literal(c);
            }
        }
        endWord();
        return words;
    }

    private void quoted(char quote) {
        inWord = true;
        int end = source.indexOf(quote, at);
        if (end < 0) {
            throw new IllegalArgumentException("the quote " + quote + " is not closed");
        }
        String content = source.substring(at, end);
        if (quote == '"' && (content.indexOf('$') >= 0 || content.indexOf('`') >= 0)) {
            throw new IllegalArgumentException("what '$' or '`' stands for is not known to a rule; use single quotes");
        }
        content.chars().forEach(c -> literal((char) c));
        at = end + 1;
    }

    private void wildcard() {
        if (at >= 2 && source.charAt(at - 2) == ':' && at < source.length()) {
            throw new IllegalArgumentException("\":*\" can only stand at the end");
        }
        inWord = true;
        hasWildcard = true;
        text.append('*');
        glob.append('*');
    }

    private void literal(char c) {
        inWord = true;
        text.append(c);
        if (c == '*' || c == '?' || c == '[' || c == '\\') {
            glob.append('\\');
        }
        glob.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(PatternWord.of(text.toString(), glob.toString(), hasWildcard));
        }
        text.setLength(0);
        glob.setLength(0);
        inWord = false;
        hasWildcard = false;
    }
}
