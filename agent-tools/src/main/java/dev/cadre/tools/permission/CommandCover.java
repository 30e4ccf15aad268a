package dev.cadre.tools.permission;

import dev.cadre.tools.shell.Concern;
import dev.cadre.tools.shell.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares an invocation with patterns: what an approval means is as narrow as possible, what a restriction means as
 * broad. Used by one thread.
 */
final class CommandCover {

    private static final List<String> HERE = List.of(".");

    private final Invocation invocation;
    private final List<String> argv;
    private final List<CommandCover> inner;
    private @Nullable List<List<String>> spellings;
    private @Nullable StrangerArguments arguments;

    CommandCover(Invocation invocation) {
        this.invocation = invocation;
        this.argv = argv(invocation);
        List<CommandCover> started = new ArrayList<>();
        invocation.inner().forEach(each -> started.add(new CommandCover(each)));
        this.inner = started;
    }

    private static List<String> argv(Invocation invocation) {
        List<String> argv = new ArrayList<>(invocation.words().size());
        invocation.words().forEach(word -> argv.add(word.isLiteral() ? word.text() : CommandPattern.UNKNOWN));
        return argv;
    }

    Invocation invocation() {
        return invocation;
    }

    /** Returns this and all that it starts, outermost first. */
    List<CommandCover> all() {
        List<CommandCover> all = new ArrayList<>(List.of(this));
        inner.forEach(each -> all.addAll(each.all()));
        return all;
    }

    /**
     * Returns whether patterns approve the invocation and all that it starts.
     *
     * <p>A pattern that leaves arguments open does not mean what only the exact command should: running other commands,
     * starting from unknown input, options that are not known to be harmless. A pattern that spells such an option does.
     */
    boolean isCoveredBy(List<CommandPattern> patterns) {
        if (argv.isEmpty()) {
            return true;
        }
        if (isMovedPath()) {
            return false;
        }
        boolean isSpelled = false;
        for (CommandPattern pattern : patterns) {
            if (pattern.covers(argv)) {
                if (pattern.isExact()) {
                    return !invocation.isOpenEnded();
                }
                isSpelled |= spellsAll(pattern);
            }
        }
        for (CommandCover started : inner) {
            if (!started.isCoveredBy(patterns)) {
                return false;
            }
        }
        boolean suffices = invocation.isPeeled() && !inner.isEmpty();
        return suffices || (isSpelled && !invocation.isOpenEnded());
    }

    // ./gradlew is another file once cd was called.
    private boolean isMovedPath() {
        return isRelativePath() && !invocation.directories().equals(HERE);
    }

    /** Returns whether the program is named by a path that depends on the folder. */
    boolean isRelativePath() {
        String program = invocation.program();
        return program.indexOf('/') > 0;
    }

    private boolean spellsAll(CommandPattern pattern) {
        return invocation.concerns().stream()
                .map(Concern::spelling)
                .allMatch(spelling -> !spelling.isEmpty() && pattern.spells(spelling));
    }

    /** Returns whether a restricting pattern means the invocation in any of its spellings. */
    boolean isTouchedBy(CommandPattern pattern) {
        return spellings().stream().anyMatch(pattern::touches);
    }

    /** Returns whether a restricting pattern may mean the invocation once all of it is known. */
    boolean mayBeTouchedBy(CommandPattern pattern) {
        return spellings().stream().anyMatch(spelling -> pattern.mayTouch(spelling, invocation.isOpenEnded()));
    }

    /** Returns the argument that may be run as the program of a restricting pattern, or hide it. */
    Optional<String> mayRun(CommandPattern pattern) {
        StrangerArguments known = arguments;
        if (known == null) {
            known = new StrangerArguments(invocation);
            arguments = known;
        }
        return known.mayRun(pattern);
    }

    // As written; by the program's bare name; and git without the options before its subcommand.
    private List<List<String>> spellings() {
        List<List<String>> known = spellings;
        if (known == null) {
            known = argv.isEmpty() ? List.of() : spell();
            spellings = known;
        }
        return known;
    }

    private List<List<String>> spell() {
        String program = argv.get(0);
        String bare = program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        List<List<String>> all = new ArrayList<>(List.of(argv));
        if (!bare.equals(program)) {
            all.add(replaced(bare, 1));
        }
        int subcommandAt = invocation.subcommandAt();
        if (subcommandAt > 1) {
            all.add(replaced(bare, subcommandAt));
        }
        return all;
    }

    private List<String> replaced(String program, int from) {
        List<String> replaced = new ArrayList<>(List.of(program));
        replaced.addAll(argv.subList(Math.min(from, argv.size()), argv.size()));
        return replaced;
    }
}
