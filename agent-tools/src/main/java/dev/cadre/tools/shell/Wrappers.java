package dev.cadre.tools.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows programs that run the program that stands behind their options. */
final class Wrappers {

    /**
     * Is what a wrapper runs.
     *
     * @param words none if it runs nothing
     * @param isPeeled whether a rule on the inner program suffices
     * @param isProcess whether it is a program of its own, never a builtin of the shell
     * @param isOpenEnded whether it gets further arguments
     */
    record Wrapped(List<Word> words, boolean isPeeled, boolean isProcess, boolean isOpenEnded) {}

    /**
     * Says how to read a wrapper's own arguments.
     *
     * @param flags short options without a value
     * @param valued short options with one
     * @param longFlags long options without a value
     * @param longValued long options with one, behind = or as the next word
     * @param operands how many words stand before the program
     */
    private record Grammar(
            String flags,
            String valued,
            List<String> longFlags,
            List<String> longValued,
            int operands,
            boolean isPeeled) {

        static Grammar peeled(String flags, String valued, int operands, String... longOptions) {
            return of(flags, valued, operands, true, longOptions);
        }

        static Grammar kept(String flags, String valued, int operands, String... longOptions) {
            return of(flags, valued, operands, false, longOptions);
        }

        private static Grammar of(String flags, String valued, int operands, boolean isPeeled, String... longOptions) {
            List<String> all = List.of(longOptions);
            return new Grammar(
                    flags,
                    valued,
                    all.stream().filter(option -> !option.endsWith("=")).toList(),
                    all.stream()
                            .filter(option -> option.endsWith("="))
                            .map(option -> option.substring(0, option.length() - 1))
                            .toList(),
                    operands,
                    isPeeled);
        }
    }

    private static final Map<String, Grammar> GRAMMARS = Map.ofEntries(
            Map.entry("command", Grammar.peeled("p", "", 0)),
            Map.entry("builtin", Grammar.peeled("", "", 0)),
            Map.entry("noglob", Grammar.peeled("", "", 0)),
            Map.entry("time", Grammar.peeled("pvq", "", 0, "--portability", "--verbose", "--quiet")),
            Map.entry("nohup", Grammar.peeled("", "", 0)),
            Map.entry("nice", Grammar.peeled("", "n", 0, "--adjustment=")),
            Map.entry(
                    "timeout",
                    Grammar.peeled(
                            "vfp",
                            "ks",
                            1,
                            "--foreground",
                            "--preserve-status",
                            "--verbose",
                            "--kill-after=",
                            "--signal=")),
            Map.entry("stdbuf", Grammar.peeled("", "ioe", 0, "--input=", "--output=", "--error=")),
            // Under another name, as with -a and -l, a program may do other things.
            Map.entry("exec", Grammar.kept("c", "", 0)),
            Map.entry("env", Grammar.kept("i0", "u", 0, "--ignore-environment", "--unset=", "--null")),
            Map.entry("setsid", Grammar.kept("cfw", "", 0, "--ctty", "--fork", "--wait")),
            Map.entry("ionice", Grammar.kept("t", "cn", 0, "--class=", "--classdata=", "--ignore")),
            Map.entry("chrt", Grammar.kept("abfiormRv", "TPD", 1, "--batch", "--fifo", "--idle", "--other", "--rr")),
            Map.entry("taskset", Grammar.kept("ac", "", 1, "--all-tasks", "--cpu-list")),
            Map.entry("flock", Grammar.kept("sxeunoF", "wE", 1, "--shared", "--exclusive", "--nonblock", "--timeout=")),
            Map.entry("sudo", Grammar.kept("nEHkbPS", "ugpCT", 0, "--user=", "--group=", "--non-interactive")),
            Map.entry("doas", Grammar.kept("nL", "u", 0)),
            Map.entry(
                    "unshare",
                    Grammar.kept(
                            "rnpmfUuiCT", "", 0, "--user", "--net", "--pid", "--mount", "--fork", "--map-root-user")),
            Map.entry(
                    "xargs",
                    Grammar.peeled(
                            "0rtxopi",
                            "nPILdsaE",
                            0,
                            "--null",
                            "--no-run-if-empty",
                            "--verbose",
                            "--max-args=",
                            "--max-procs=",
                            "--delimiter=",
                            "--arg-file=",
                            "--replace",
                            "--max-lines")));

    // They end in a program whose number or mask may be left out in some versions.
    private static final Set<String> NUMBERED = Set.of("chrt", "taskset");

    private Wrappers() {}

    /** Returns what a wrapper runs; empty if the program is none, or only tells about programs. */
    static Optional<Wrapped> unwrap(String program, Invocation.Draft draft, int offset) {
        Grammar grammar = GRAMMARS.get(program);
        if (grammar == null) {
            return Optional.empty();
        }
        List<Word> words = draft.words;
        boolean tells = program.equals("command")
                && words.size() > 1
                && words.get(1).text().matches("-p?[vV]");
        if (tells) {
            return Optional.empty();
        }
        boolean flagless =
                program.equals("xargs") && (words.size() < 2 || !words.get(1).isOption());
        int start = skipOperands(grammar, words, skipOptions(grammar, program, draft, offset), offset);
        if (program.equals("env") || program.equals("sudo")) {
            refuseAssignments(words, start, offset);
        }
        if (NUMBERED.contains(program)) {
            refuseMissingNumber(words, start - 1, offset);
        }
        boolean isXargs = program.equals("xargs");
        noteFiles(program, draft, Math.min(start, words.size()));
        List<Word> rest = words.subList(Math.min(start, words.size()), words.size());
        if (program.equals("unshare") && rest.isEmpty()) {
            draft.opaqueness = "unshare runs a shell that reads its input";
        }
        if (isXargs) {
            rest = Replacement.ofXargs(words.subList(1, Math.min(start, words.size())))
                    .in(rest);
        }
        if (isXargs && rest.isEmpty()) {
            rest = List.of(Word.literal("echo"));
        }
        boolean inShell = program.equals("command") || program.equals("builtin") || program.equals("noglob");
        return Optional.of(new Wrapped(rest, grammar.isPeeled() && (!isXargs || flagless), !inShell, isXargs));
    }

    // xargs reads its arguments from a file, and flock makes the one that it locks.
    private static void noteFiles(String program, Invocation.Draft draft, int start) {
        List<Word> words = draft.words;
        if (program.equals("flock") && start > 1) {
            draft.uses(words.get(start - 1), FileUse.Kind.WRITE);
        }
        for (int i = 1; program.equals("xargs") && i < start; i++) {
            String text = words.get(i).text();
            if (text.startsWith("--arg-file=")) {
                draft.uses(Word.literal(text.substring(text.indexOf('=') + 1)), FileUse.Kind.READ);
            } else if (text.equals("--arg-file") || text.matches("-[0rtxop]*a")) {
                draft.uses(i + 1 < start ? words.get(i + 1) : Word.literal("-"), FileUse.Kind.READ);
            } else if (text.matches("(?s)-[0rtxop]*a.+")) {
                draft.uses(Word.literal(text.substring(text.indexOf('a') + 1)), FileUse.Kind.READ);
            }
        }
    }

    private static int skipOptions(Grammar grammar, String program, Invocation.Draft draft, int offset) {
        List<Word> words = draft.words;
        int at = 1;
        while (at < words.size()) {
            Word word = words.get(at);
            String text = word.text();
            if (!word.isLiteral() || text.equals("-")) {
                throw unknown(program, text, offset);
            }
            if (!word.isOption()) {
                return at;
            }
            at++;
            if (text.equals("--")) {
                return at;
            }
            if (!isNumber(program, text) && takesNext(grammar, program, text, offset)) {
                at++;
            }
        }
        return at;
    }

    // nice -5 is an old way to write nice -n 5.
    private static boolean isNumber(String program, String text) {
        return program.equals("nice") && text.substring(1).chars().allMatch(Character::isDigit);
    }

    private static boolean takesNext(Grammar grammar, String program, String text, int offset) {
        if (text.startsWith("--")) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            if (grammar.longFlags().contains(name) && equals < 0) {
                return false;
            }
            if (grammar.longValued().contains(name)) {
                return equals < 0;
            }
            throw unknown(program, text, offset);
        }
        for (int i = 1; i < text.length(); i++) {
            if (grammar.valued().indexOf(text.charAt(i)) >= 0) {
                return i == text.length() - 1;
            }
            if (grammar.flags().indexOf(text.charAt(i)) < 0) {
                throw unknown(program, text, offset);
            }
        }
        return false;
    }

    private static int skipOperands(Grammar grammar, List<Word> words, int at, int offset) {
        for (int i = at; i < at + grammar.operands() && i < words.size(); i++) {
            if (!words.get(i).isLiteral()) {
                throw new Uncertainty("which program is meant is only known when the command runs", offset);
            }
        }
        return at + grammar.operands();
    }

    private static void refuseAssignments(List<Word> words, int start, int offset) {
        if (start < words.size() && words.get(start).text().indexOf('=') >= 0) {
            throw new Uncertainty("an assignment changes what commands do", offset);
        }
    }

    private static void refuseMissingNumber(List<Word> words, int at, int offset) {
        if (at < words.size() && !words.get(at).text().matches("[0-9][0-9a-fA-Fx,-]*")) {
            throw new Uncertainty("which program is meant is only known when the command runs", offset);
        }
    }

    private static Uncertainty unknown(String program, String option, int offset) {
        return new Uncertainty("it is not known what \"" + option + "\" means to " + program, offset);
    }
}
