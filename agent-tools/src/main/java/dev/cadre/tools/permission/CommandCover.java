package dev.cadre.tools.permission;

import dev.cadre.tools.shell.Concern;
import dev.cadre.tools.shell.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Compares invocations with patterns: what an approval means is as narrow as possible, what a restriction means as broad. */
final class CommandCover {

    private CommandCover() {}

    /**
     * Returns whether patterns approve an invocation and all that it starts.
     *
     * <p>A pattern that leaves arguments open does not mean what only the exact command should: running other commands,
     * starting from unknown input, options that are not known to be harmless. A pattern that spells such an option does.
     */
    static boolean covers(List<CommandPattern> patterns, Invocation invocation) {
        List<String> argv = argv(invocation);
        if (argv.isEmpty()) {
            return true;
        }
        Predicate<CommandPattern> meansIt = pattern -> pattern.covers(argv);
        if (isMovedPath(invocation)) {
            return false;
        }
        if (patterns.stream().anyMatch(pattern -> pattern.isExact() && meansIt.test(pattern))) {
            return !invocation.isOpenEnded();
        }
        boolean innerIsCovered = invocation.inner().stream().allMatch(inner -> covers(patterns, inner));
        if (invocation.isPeeled() && !invocation.inner().isEmpty()) {
            return innerIsCovered;
        }
        return innerIsCovered
                && !invocation.isOpenEnded()
                && patterns.stream().anyMatch(pattern -> meansIt.test(pattern) && spellsAll(pattern, invocation));
    }

    // ./gradlew is another file once cd was called.
    private static boolean isMovedPath(Invocation invocation) {
        String program = invocation.argv().get(0);
        return program.contains("/")
                && !program.startsWith("/")
                && !invocation.directories().equals(List.of("."));
    }

    private static boolean spellsAll(CommandPattern pattern, Invocation invocation) {
        return invocation.concerns().stream()
                .map(Concern::spelling)
                .allMatch(spelling -> !spelling.isEmpty() && pattern.spells(spelling));
    }

    /** Returns whether a restricting pattern means an invocation in any of its spellings. */
    static boolean touches(CommandPattern pattern, Invocation invocation) {
        return spellings(invocation).stream().anyMatch(pattern::touches);
    }

    /** Returns whether a restricting pattern may mean an invocation once all of it is known. */
    static boolean mayTouch(CommandPattern pattern, Invocation invocation) {
        return spellings(invocation).stream().anyMatch(argv -> pattern.mayTouch(argv, invocation.isOpenEnded()));
    }

    private static List<String> argv(Invocation invocation) {
        return invocation.words().stream()
                .map(word -> word.isLiteral() ? word.text() : CommandPattern.UNKNOWN)
                .toList();
    }

    // As written; by the program's bare name; and git without the options before its subcommand.
    private static List<List<String>> spellings(Invocation invocation) {
        List<String> written = argv(invocation);
        if (written.isEmpty()) {
            return List.of();
        }
        String program = written.get(0);
        String bare = program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        List<String> named = replaced(written, bare, 1);
        List<String> subcommand = replaced(written, bare, invocation.subcommandAt());
        return List.of(written, named, subcommand);
    }

    private static List<String> replaced(List<String> argv, String program, int from) {
        List<String> replaced = new ArrayList<>(List.of(program));
        replaced.addAll(argv.subList(Math.min(from, argv.size()), argv.size()));
        return replaced;
    }
}
