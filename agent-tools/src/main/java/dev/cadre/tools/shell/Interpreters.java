package dev.cadre.tools.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows how interpreters are given code: as a script, as a module, among their arguments, or as their input. */
final class Interpreters {

    /**
     * Lists the options of an interpreter before its script. One that is not listed may do anything.
     *
     * @param code those that are given code, or a file of it beside the script
     * @param plain those that are not, without a value
     * @param valued the same with a value
     */
    private record Options(Set<String> code, Set<String> plain, Set<String> valued) {}

    private static final Set<String> VERSION = Set.of("--version", "-V", "-v");

    // interpreters | code | plain | valued
    private static final Map<String, Options> ALL = parse("""
            python python2 python3 pypy pypy3|-c -i|-u -O -OO -B -E -s -S -I -b -d -v -q -V -P --version --help|\
            -W -X --check-hash-based-pycs
            node nodejs|-e -p -r -i --eval --print --require --import --loader --experimental-loader --interactive|\
            -c -v -h --test --watch --check --version --help --no-warnings --trace-warnings --trace-deprecation \
            --no-deprecation --enable-source-maps --experimental-vm-modules --experimental-strip-types --expose-gc|\
            -C --conditions --title --input-type --max-old-space-size --stack-trace-limit --test-name-pattern --env-file
            ruby|-e -r|-w -W -c -v --version --help --verbose|-C -I
            perl|-e -E -M -m -I -d|-w -W -c -v -T -t --version|
            php|-r -B -R -E -d -a|-l -n -m -f --version|
            lua luajit Rscript julia tclsh wish groovy jshell scala ghci irb ipython osascript kotlin swift elixir iex escript \
            erl ocaml racket guile sbcl clojure bb nu elvish xonsh ts-node tsx jbang runghc runhaskell crystal octave|\
            -e -E -c -l -p -r --eval --print --require --import|-v -h -w -q --version --help --vanilla --no-save|
            deno bun|-e -p -r --eval --print --require --preload|-v -h --version --help --watch --check --no-check --quiet|
            """);

    private static final Set<String> CODE_COMMANDS = Set.of("eval", "repl", "x", "exec", "create", "upgrade");

    private static final Set<String> CODE_MODULES = Set.of("timeit", "code", "pdb", "trace", "asyncio", "idlelib");

    private Interpreters() {}

    private static Map<String, Options> parse(String table) {
        Map<String, Options> all = new LinkedHashMap<>();
        table.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            for (String name : words(cells[0])) {
                all.put(name, new Options(words(cells[1]), words(cells[2]), words(cells[3])));
            }
        });
        return all;
    }

    private static Set<String> words(String cell) {
        return Set.copyOf(Arrays.asList(cell.strip().split("\\s+", -1)));
    }

    static boolean isInterpreter(String program) {
        return options(program).isPresent();
    }

    private static Optional<Options> options(String program) {
        // python3.11 and perl5.36 are python3 and perl.
        int end = program.length();
        while (end > 0 && (program.charAt(end - 1) == '.' || Character.isDigit(program.charAt(end - 1)))) {
            end--;
        }
        return Optional.ofNullable(ALL.getOrDefault(program, ALL.get(program.substring(0, end))));
    }

    /** Returns whether a script of that name is what the program reads from its input. */
    static boolean isInput(String script) {
        return script.equals("-") || script.matches("/dev/(stdin|fd/\\d+)|/proc/[^/]+/fd/\\d+");
    }

    /** Notes what a call of an interpreter does. */
    static void describe(String program, Invocation.Draft draft) {
        List<Word> arguments = draft.arguments();
        boolean isVersion =
                arguments.size() == 1 && VERSION.contains(arguments.get(0).text());
        if (isVersion) {
            return;
        }
        draft.opaqueness = program + " runs a script";
        int script = scriptAt(program, options(program).orElseThrow(), draft);
        if (script < 0) {
            Programs.operands(draft, 0, FileUse.Kind.UNKNOWN);
            return;
        }
        String name = script < arguments.size() ? arguments.get(script).text() : "-";
        if (isInput(name)) {
            draft.runsCode(program + " runs what it reads from its input", "");
        }
        boolean isCommand = (program.equals("deno") || program.equals("bun")) && CODE_COMMANDS.contains(name);
        if (isCommand) {
            draft.runsCode(program + " runs code from its arguments", name);
        }
        arguments.stream()
                .filter(word -> word.text().contains("://") && program.equals("deno"))
                .forEach(word -> draft.runsCode(program + " may run code from an address", word.text()));
        Programs.operands(draft, 0, FileUse.Kind.UNKNOWN);
    }

    // Returns where the script stands, the number of arguments if there is none, and -1 if it is not a script that
    // runs.
    private static int scriptAt(String program, Options options, Invocation.Draft draft) {
        List<Word> arguments = draft.arguments();
        boolean runsWithoutScript = false;
        for (int at = 0; at < arguments.size(); at++) {
            Word word = arguments.get(at);
            String text = word.text();
            if (!word.isOption() && !word.mayBecomeOption()) {
                return at;
            }
            if (program.startsWith("py") && text.startsWith("-m")) {
                module(program, draft, text.length() > 2 ? text.substring(2) : next(arguments, at));
                return -1;
            }
            if (text.equals("--")) {
                return at + 1;
            }
            runsWithoutScript |= text.equals("--test");
            Arity arity = arity(options, text);
            if (arity == Arity.CODE || !word.isLiteral()) {
                draft.runsCode(program + " runs code from its arguments", text);
                return -1;
            }
            if (arity == Arity.UNKNOWN) {
                draft.runsCode("it is not known what \"" + text + "\" makes of " + program, text);
            }
            at += arity == Arity.NEXT ? 1 : 0;
        }
        return runsWithoutScript ? -1 : arguments.size();
    }

    private static String next(List<Word> arguments, int at) {
        return at + 1 < arguments.size() ? arguments.get(at + 1).text() : "";
    }

    private static void module(String program, Invocation.Draft draft, String name) {
        if (name.isEmpty() || CODE_MODULES.contains(name)) {
            draft.runsCode(program + " runs code from its arguments", name);
        }
    }

    /** Says what an option takes. */
    private enum Arity {
        NONE,
        NEXT,
        CODE,
        UNKNOWN
    }

    private static Arity arity(Options options, String text) {
        int equals = text.indexOf('=');
        String name = equals > 0 ? text.substring(0, equals) : text;
        if (options.code().contains(name)) {
            return Arity.CODE;
        }
        if (options.plain().contains(text)) {
            return Arity.NONE;
        }
        if (options.valued().contains(name)) {
            return equals > 0 ? Arity.NONE : Arity.NEXT;
        }
        return text.startsWith("--") ? Arity.UNKNOWN : bundle(options, text);
    }

    // -Bc is -B -c, and -Wignore is -W ignore.
    private static Arity bundle(Options options, String text) {
        for (int i = 1; i < text.length(); i++) {
            String option = "-" + text.charAt(i);
            if (options.code().contains(option)) {
                return Arity.CODE;
            }
            if (options.valued().contains(option)) {
                return i == text.length() - 1 ? Arity.NEXT : Arity.NONE;
            }
            if (!options.plain().contains(option)) {
                return Arity.UNKNOWN;
            }
        }
        return Arity.NONE;
    }
}
