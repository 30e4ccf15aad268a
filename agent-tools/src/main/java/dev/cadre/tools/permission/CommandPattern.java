package dev.cadre.tools.permission;

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

    private final List<PatternWord> parts;
    private final boolean isOpen;
    private final boolean isExact;

    // The whole as one glob over the words joined by blanks; null without a wildcard among the words.
    private final @Nullable Glob spanning;

    private CommandPattern(List<PatternWord> parts, boolean isOpen) {
        this.parts = parts;
        this.isOpen = isOpen;
        this.isExact = !isOpen && parts.stream().noneMatch(PatternWord::hasWildcard);
        this.spanning = spanning(parts, isOpen);
    }

    /**
     * Compiles a specifier.
     *
     * @throws IllegalArgumentException with the problem in words, if it is none
     */
    static CommandPattern compile(String specifier) {
        boolean isOpen = specifier.endsWith(":*") || specifier.endsWith(" *");
        String command = isOpen ? specifier.substring(0, specifier.length() - 2) : specifier;
        if (command.isBlank()) {
            throw new IllegalArgumentException("no command stands before the wildcard; write Bash for every command");
        }
        return new CommandPattern(new PatternLexer(command).words(), isOpen);
    }

    /** Returns whether no wildcard leaves anything open. */
    boolean isExact() {
        return isExact;
    }

    /** Returns whether the first word is an assignment, behind which no command is analysed. */
    boolean startsWithAssignment() {
        return parts.get(0).text().matches("[A-Za-z_]\\w*\\+?=.*");
    }

    /** Returns whether a wildcard stands before the last word, where it may mean more than was thought of. */
    boolean hasInnerWildcard() {
        return parts.subList(0, parts.size() - 1).stream().anyMatch(PatternWord::hasWildcard)
                || (isOpen && parts.get(parts.size() - 1).hasWildcard());
    }

    /** Returns whether a word is, or may become, the program that the pattern is about. */
    boolean names(String program, boolean isGlob) {
        PatternWord first = parts.get(0);
        if (first.isAnything()) {
            return false;
        }
        return first.matches(program)
                || (isGlob && !first.hasWildcard() && Glob.compile(program).matches(first.text()));
    }

    /** Returns whether the pattern says a word letter by letter. */
    boolean spells(String word) {
        return parts.stream()
                .anyMatch(part -> !part.hasWildcard() && part.text().equals(word));
    }

    /**
     * Returns whether an approval of this pattern means a command. A wildcard between words stands for one argument
     * only.
     */
    boolean covers(List<String> argv) {
        if (argv.size() < parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            PatternWord part = parts.get(i);
            if (!part.matches(argv.get(i))
                    || (i == 0 && part.hasWildcard() && argv.get(0).contains("/"))) {
                return false;
            }
        }
        return argv.size() == parts.size()
                || isOpen
                || parts.get(parts.size() - 1).endsOpen();
    }

    /** Returns whether a restriction by this pattern may mean a command. Wildcards span arguments. */
    boolean touches(List<String> argv) {
        return spanning != null
                ? spanning.matches(String.join(" ", argv))
                : isSaidBy(argv, false, false) || isOtherSpelling(argv);
    }

    /**
     * Returns whether a restriction by this pattern would mean a command once its unknown words are known.
     *
     * @param argv in which {@link #UNKNOWN} stands for such a word
     * @param isOpenEnded whether more words will follow
     */
    boolean mayTouch(List<String> argv, boolean isOpenEnded) {
        if (!isOpenEnded && !argv.contains(UNKNOWN)) {
            return false;
        }
        PatternWord program = parts.get(0);
        return spanning != null
                ? program.hasWildcard() || program.text().equals(argv.get(0))
                : isSaidBy(argv, true, isOpenEnded);
    }

    // Options, each with a value, may stand before any word: npm --prefix d publish is npm publish.
    private boolean isSaidBy(List<String> argv, boolean guesses, boolean isOpenEnded) {
        int next = 0;
        int at = 0;
        while (at < argv.size() && next < parts.size()) {
            String word = argv.get(at);
            if (parts.get(next).text().equals(word) || (guesses && word.equals(UNKNOWN))) {
                next++;
            } else if (at == 0 || !(PatternWord.isOption(word) || PatternWord.isOption(argv.get(at - 1)))) {
                return false;
            }
            at++;
        }
        return next == parts.size() ? isOpen || isOpenEnded || at == argv.size() : isOpenEnded;
    }

    // The blank before a wildcard word belongs to the wildcard: "git * main" is also "git main".
    private static @Nullable Glob spanning(List<PatternWord> parts, boolean isOpen) {
        if (parts.stream().noneMatch(PatternWord::hasWildcard)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (PatternWord part : parts) {
            text.append(text.isEmpty() || part.isAnything() ? "" : " ").append(part.globText());
        }
        return Glob.compile(isOpen ? text + "*" : text.toString());
    }

    // rm -rf is also rm -fr, rm -r -f and rm --recursive --force.
    private boolean isOtherSpelling(List<String> argv) {
        if (!isOpen || !parts.stream().skip(1).anyMatch(PatternWord::isOption)) {
            return false;
        }
        List<String> wanted = parts.stream()
                .filter(part -> !part.isOption())
                .map(PatternWord::text)
                .toList();
        List<String> words =
                argv.stream().filter(word -> !PatternWord.isOption(word)).toList();
        if (words.size() < wanted.size() || !startsWith(words, wanted)) {
            return false;
        }
        return parts.stream().filter(PatternWord::isOption).allMatch(part -> OptionSpelling.isSaid(part.text(), argv));
    }

    private static boolean startsWith(List<String> words, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!words.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }
}
