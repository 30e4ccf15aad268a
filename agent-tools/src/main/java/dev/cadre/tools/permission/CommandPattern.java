package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is the specifier of a Bash rule: words that a command's argv is compared with, never its text.
 *
 * <p>{@code npm test} is exactly that command; {@code npm test:*} and {@code npm test *} are it with any further
 * arguments; another {@code *} stands for any characters.
 */
final class CommandPattern {

    /** Stands for a word that is only known when the command runs; no word is equal to it. */
    static final String UNKNOWN = "\0";

    private final List<Token> tokens;
    private final boolean isOpen;

    // The whole as one glob over the words joined by blanks; null without a wildcard among the words.
    private final @Nullable Glob spanning;

    private CommandPattern(List<Token> tokens, boolean isOpen) {
        this.tokens = tokens;
        this.isOpen = isOpen;
        this.spanning = spanning(tokens, isOpen);
    }

    /**
     * Compiles a specifier.
     *
     * @throws IllegalArgumentException with the problem in words, if it is none
     */
    static CommandPattern compile(String specifier) {
        boolean isOpen = specifier.endsWith(":*") || specifier.endsWith(" *");
        String words = isOpen ? specifier.substring(0, specifier.length() - 2) : specifier;
        if (words.isBlank()) {
            throw new IllegalArgumentException("no command stands before the wildcard; write Bash for every command");
        }
        List<Token> tokens = new PatternLexer(words).tokens();
        return new CommandPattern(tokens, isOpen);
    }

    /** Returns whether no wildcard leaves anything open. */
    boolean isExact() {
        return !isOpen && tokens.stream().noneMatch(Token::hasWildcard);
    }

    /** Returns whether the first word is an assignment, behind which no command is analysed. */
    boolean startsWithAssignment() {
        return tokens.get(0).text().matches("[A-Za-z_]\\w*\\+?=.*");
    }

    /** Returns whether a wildcard stands before the last word, where it may mean more than was thought of. */
    boolean hasInnerWildcard() {
        return tokens.subList(0, tokens.size() - 1).stream().anyMatch(Token::hasWildcard)
                || (isOpen && tokens.get(tokens.size() - 1).hasWildcard());
    }

    /** Returns whether a word is, or may become, the program that the pattern is about. */
    boolean names(String program, boolean isGlob) {
        Token first = tokens.get(0);
        if (first.isAnything()) {
            return false;
        }
        return first.matches(program)
                || (isGlob && !first.hasWildcard() && Glob.compile(program).matches(first.text()));
    }

    /** Returns whether the pattern says a word letter by letter. */
    boolean spells(String word) {
        return tokens.stream()
                .anyMatch(token -> !token.hasWildcard() && token.text().equals(word));
    }

    /**
     * Returns whether an approval of this pattern means a command. A wildcard between words stands for one argument
     * only.
     */
    boolean covers(List<String> argv) {
        if (argv.size() < tokens.size()) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.matches(argv.get(i))
                    || (i == 0 && token.hasWildcard() && argv.get(0).contains("/"))) {
                return false;
            }
        }
        return argv.size() == tokens.size()
                || isOpen
                || tokens.get(tokens.size() - 1).endsOpen();
    }

    /** Returns whether a restriction by this pattern may mean a command. Wildcards span arguments. */
    boolean touches(List<String> argv) {
        return spanning != null ? spanning.matches(String.join(" ", argv)) : isPrefixOf(argv) || isOtherSpelling(argv);
    }

    /**
     * Returns whether a restriction by this pattern would mean a command once its unknown words are known.
     *
     * @param argv in which {@link #UNKNOWN} stands for such a word
     * @param isOpenEnded whether more words will follow
     */
    boolean mayTouch(List<String> argv, boolean isOpenEnded) {
        boolean hasUnknown = argv.contains(UNKNOWN);
        if (spanning != null) {
            Token program = tokens.get(0);
            return (hasUnknown || isOpenEnded)
                    && (program.hasWildcard() || program.text().equals(argv.get(0)));
        }
        if (!isOpenEnded && (argv.size() < tokens.size() || (!isOpen && argv.size() > tokens.size()))) {
            return false;
        }
        for (int i = 0; i < Math.min(tokens.size(), argv.size()); i++) {
            if (!argv.get(i).equals(UNKNOWN)
                    && !argv.get(i).equals(tokens.get(i).text())) {
                return false;
            }
        }
        return hasUnknown || isOpenEnded;
    }

    private boolean isPrefixOf(List<String> argv) {
        if (argv.size() < tokens.size() || (!isOpen && argv.size() > tokens.size())) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).text().equals(argv.get(i))) {
                return false;
            }
        }
        return true;
    }

    // The blank before a wildcard word belongs to the wildcard: "git * main" is also "git main".
    private static @Nullable Glob spanning(List<Token> tokens, boolean isOpen) {
        if (tokens.stream().noneMatch(Token::hasWildcard)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(text.isEmpty() || token.isAnything() ? "" : " ").append(token.globText());
        }
        return Glob.compile(isOpen ? text + "*" : text.toString());
    }

    // rm -rf is also rm -fr, rm -r -f and, as far as a stranger can tell, rm --recursive --force.
    private boolean isOtherSpelling(List<String> argv) {
        if (!isOpen || !tokens.stream().skip(1).anyMatch(Token::isOption)) {
            return false;
        }
        List<String> wanted = tokens.stream()
                .filter(token -> !token.isOption())
                .map(Token::text)
                .toList();
        List<String> words = argv.stream().filter(word -> !isOption(word)).toList();
        if (words.size() < wanted.size() || !startsWith(words, wanted)) {
            return false;
        }
        String letters = shortLetters(argv);
        boolean hasLongOption = argv.stream().anyMatch(word -> word.startsWith("--") && word.length() > 2);
        return tokens.stream()
                .filter(Token::isOption)
                .allMatch(token -> argv.contains(token.text())
                        || (token.text().startsWith("--")
                                ? !letters.isEmpty()
                                : hasLongOption
                                        || containsAll(letters, token.text().substring(1))));
    }

    private static boolean startsWith(List<String> words, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!words.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String shortLetters(List<String> argv) {
        StringBuilder letters = new StringBuilder();
        argv.stream()
                .skip(1)
                .filter(word -> isOption(word) && !word.startsWith("--"))
                .forEach(word -> letters.append(word, 1, word.length()));
        return letters.toString();
    }

    private static boolean containsAll(String letters, String wanted) {
        return wanted.chars().allMatch(c -> letters.indexOf(c) >= 0);
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.startsWith("-");
    }

    /**
     * Is one word of a pattern.
     *
     * @param text without quotes; a wildcard is a {@code *}
     * @param globText the same for {@link Glob}, in which only wildcards are special
     * @param glob the compiled globText
     */
    record Token(String text, String globText, boolean hasWildcard, Glob glob) {

        static Token of(String text, String globText, boolean hasWildcard) {
            return new Token(text, globText, hasWildcard, Glob.compile(globText));
        }

        boolean isAnything() {
            return hasWildcard && text.chars().allMatch(c -> c == '*');
        }

        boolean endsOpen() {
            return hasWildcard && globText.endsWith("*") && !globText.endsWith("\\*");
        }

        boolean isOption() {
            return CommandPattern.isOption(text);
        }

        boolean matches(String word) {
            return hasWildcard ? glob.matches(word) : text.equals(word);
        }
    }

    /** Cuts a specifier into words as a shell would. */
    private static final class PatternLexer {

        private static final String OPERATORS = ";&|<>()`$\n\r";

        private final String source;
        private final List<Token> tokens = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder glob = new StringBuilder();
        private boolean inWord;
        private boolean hasWildcard;
        private int at;

        PatternLexer(String source) {
            this.source = source;
        }

        List<Token> tokens() {
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
            return tokens;
        }

        private void quoted(char quote) {
            inWord = true;
            int end = source.indexOf(quote, at);
            if (end < 0) {
                throw new IllegalArgumentException("the quote " + quote + " is not closed");
            }
            String content = source.substring(at, end);
            if (quote == '"' && (content.indexOf('$') >= 0 || content.indexOf('`') >= 0)) {
                throw new IllegalArgumentException(
                        "what '$' or '`' stands for is not known to a rule; use single quotes");
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
                tokens.add(Token.of(text.toString(), glob.toString(), hasWildcard));
            }
            text.setLength(0);
            glob.setLength(0);
            inWord = false;
            hasWildcard = false;
        }
    }
}
