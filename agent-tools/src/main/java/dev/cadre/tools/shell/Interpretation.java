package dev.cadre.tools.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Knows what the commands of one text do, one after another. Used once, by one thread. */
final class Interpretation {

    // They change the shell, run code, or evaluate their arguments as arithmetic, which can run code.
    private static final Set<String> CHANGING_BUILTINS = Set.of(
            "eval",
            ".",
            "source",
            "trap",
            "alias",
            "unalias",
            "hash",
            "enable",
            "export",
            "declare",
            "typeset",
            "local",
            "readonly",
            "shopt",
            "mapfile",
            "readarray",
            "read",
            "history",
            "fc",
            "complete",
            "compgen",
            "compopt",
            "bind",
            "let",
            "getopts",
            "unset",
            "pushd",
            "popd",
            "dirs",
            "suspend",
            "caller",
            "coproc",
            "disown");

    private static final Set<String> PLAIN_SETTINGS =
            Set.of("-e", "-u", "-eu", "-ue", "+e", "+u", "-o", "pipefail", "errexit", "nounset", "-euo", "-eo", "-uo");

    private static final Set<String> SYSTEM_FOLDERS =
            Set.of("/bin", "/usr/bin", "/usr/local/bin", "/sbin", "/usr/sbin", "/usr/local/sbin");

    private final Consumer<Invocation> sink;
    private final int nesting;
    private final Directories directories;

    Interpretation(Consumer<Invocation> sink) {
        this(sink, 0, List.of("."));
    }

    /** Makes an interpretation of what a shell runs that starts in any of some folders. */
    Interpretation(Consumer<Invocation> sink, int nesting, List<String> start) {
        this.sink = sink;
        this.nesting = nesting;
        this.directories = new Directories(start);
    }

    void interpret(SimpleCommand command) {
        Invocation.Draft draft =
                new Invocation.Draft(command.words(), command.text(), directories.next(command.follows()));
        draft.redirects = command.redirects();
        try {
            if (!command.words().isEmpty()) {
                fill(draft, command.offset(), false);
            }
        } finally {
            // What was understood of it is shown to deny rules even where the analysis ends here.
            sink.accept(new Invocation(draft));
        }
    }

    private void fill(Invocation.Draft draft, int offset, boolean ownProcess) {
        Word word = draft.words.get(0);
        String path = word.text();
        String program = path.substring(path.lastIndexOf('/') + 1);
        boolean isPath = path.indexOf('/') >= 0;
        if (!isPath && !ownProcess) {
            builtin(program, draft, offset);
        }
        if (isPath && !SYSTEM_FOLDERS.contains(path.substring(0, path.lastIndexOf('/')))) {
            draft.opaqueness = "it runs a file by its path";
            draft.uses(word, FileUse.Kind.READ);
            draft.arguments().forEach(argument -> draft.uses(argument, FileUse.Kind.UNKNOWN));
            return;
        }
        Optional<Wrappers.Wrapped> wrapped = Wrappers.unwrap(program, draft, offset);
        if (wrapped.isPresent()) {
            inner(draft, wrapped.get(), program, offset, ownProcess);
            return;
        }
        if (Shells.isShell(program)) {
            Shells.interpret(program, draft, nesting, offset);
            return;
        }
        Programs.describe(program, draft);
        if (draft.isOpenEnded) {
            Programs.describeOpenEnd(program, draft);
        }
        FindExpression.commands(program, draft).forEach(words -> {
            if (!namesProgram(words)) {
                throw new Uncertainty("which program is meant is only known when the command runs", offset);
            }
            Invocation.Draft run = new Invocation.Draft(words, text(words), draft.directories);
            run.isOpenEnded = !words.stream().allMatch(Word::isLiteral);
            fill(run, offset, true);
            draft.inner.add(new Invocation(run));
        });
    }

    private void inner(
            Invocation.Draft draft, Wrappers.Wrapped wrapped, String program, int offset, boolean ownProcess) {
        draft.isPeeled = wrapped.isPeeled();
        // Alone it only shows the environment.
        boolean isOnlyShown = program.equals("env") && wrapped.words().isEmpty();
        if (!wrapped.isPeeled() && !isOnlyShown) {
            draft.runsCode(program + " starts another program in its own way", "");
        }
        boolean isOpenEnded = wrapped.isOpenEnded() || draft.isOpenEnded;
        if (wrapped.words().isEmpty() && !isOpenEnded) {
            return;
        }
        if (!namesProgram(wrapped.words())) {
            throw new Uncertainty("which program is meant is only known when the command runs", offset);
        }
        Invocation.Draft run = new Invocation.Draft(wrapped.words(), text(wrapped.words()), draft.directories);
        run.isOpenEnded = isOpenEnded;
        try {
            // What a process of its own starts does not move this shell: \time builtin cd d.
            fill(run, offset, ownProcess || wrapped.isProcess());
        } finally {
            draft.inner.add(new Invocation(run));
        }
    }

    // What starts with a dash is an option behind an operand: flock f -c 'command'.
    private static boolean namesProgram(List<Word> words) {
        return !words.isEmpty()
                && words.get(0).isLiteral()
                && !words.get(0).text().isEmpty()
                && !words.get(0).text().startsWith("-");
    }

    private static String text(List<Word> words) {
        return String.join(" ", words.stream().map(Word::text).toList());
    }

    private void builtin(String program, Invocation.Draft draft, int offset) {
        List<Word> arguments = draft.arguments();
        boolean changes = CHANGING_BUILTINS.contains(program)
                || (program.equals("set") && !arguments.stream().allMatch(Interpretation::isPlainSetting))
                || (program.equals("printf") && has(arguments.stream().limit(1).toList(), "-v"))
                || (program.equals("wait") && has(arguments, "-p"))
                || (program.equals("jobs") && has(arguments, "-x"))
                || (program.equals("exec") && arguments.isEmpty())
                || ((program.equals("test") || program.equals("[")) && (has(arguments, "-v") || has(arguments, "-R")));
        if (changes) {
            throw new Uncertainty("\"" + program + "\" changes what later commands mean, or runs code", offset);
        }
        if (program.equals("cd") && !draft.isOpenEnded) {
            directories.change(arguments, offset);
        }
    }

    private static boolean isPlainSetting(Word word) {
        return word.isLiteral() && PLAIN_SETTINGS.contains(word.text());
    }

    private static boolean has(List<Word> arguments, String start) {
        return arguments.stream().anyMatch(word -> word.text().startsWith(start) || word.mayBecomeOption());
    }
}
