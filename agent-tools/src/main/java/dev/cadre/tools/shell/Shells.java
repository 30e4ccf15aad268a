package dev.cadre.tools.shell;

import java.util.List;
import java.util.Set;

/** Knows what shells and other interpreters run. */
final class Shells {

    private static final Set<String> READABLE = Set.of("sh", "bash", "dash");

    private static final Set<String> OTHERS =
            Set.of("zsh", "ksh", "mksh", "fish", "csh", "tcsh", "ash", "rbash", "pwsh");

    private Shells() {}

    static boolean isShell(String program) {
        return READABLE.contains(program) || OTHERS.contains(program);
    }

    /** Describes a call of a shell; the text behind {@code -c} is analysed like any other. */
    static void interpret(String program, Invocation.Draft draft, int nesting, int offset) {
        List<Word> arguments = draft.arguments();
        boolean isText = READABLE.contains(program)
                && arguments.size() >= 2
                && arguments.get(0).text().matches("-e?u?c")
                && !isOption(arguments.get(1).text())
                && arguments.stream().allMatch(Word::isLiteral)
                && !draft.isOpenEnded;
        if (isText) {
            String text = arguments.get(1).text();
            boolean isPosix = !program.equals("bash");
            ShellAnalyser.analyseInner(text, isPosix, nesting + 1, draft.directories, offset, draft.inner::add);
            return;
        }
        boolean isVersion = arguments.size() == 1 && arguments.get(0).text().equals("--version");
        if (isVersion) {
            return;
        }
        draft.opaqueness = program + " runs a script";
        boolean isScript = !arguments.isEmpty()
                && !arguments.get(0).isOption()
                && !Interpreters.isInput(arguments.get(0).text());
        if (!isScript) {
            draft.runsCode(program + " runs what it is given, not what is written here", "");
        }
        arguments.forEach(argument -> draft.uses(argument, FileUse.Kind.UNKNOWN));
    }

    // Behind -c there may be further options before the text.
    private static boolean isOption(String text) {
        return text.startsWith("-") || text.startsWith("+");
    }
}
