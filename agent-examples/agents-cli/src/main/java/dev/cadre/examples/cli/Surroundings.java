package dev.cadre.examples.cli;

import dev.cadre.llm.CancellationToken;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Is what a command sees of the world, so that tests can run commands in one process.
 *
 * @param in standard input
 * @param out standard output: the answer and nothing else
 * @param err standard error: progress, notices, problems
 * @param environment the variables of the process
 * @param terminal what stands at the other end
 * @param cancellation ends a run
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Terminal terminal,
        CancellationToken cancellation) {

    /**
     * Says whether a person watches.
     *
     * @param asks whether standard input and error are a terminal, so that questions can be asked
     * @param draws whether standard error is a terminal, so that lines can be drawn over
     * @param columns how wide it is
     */
    record Terminal(boolean asks, boolean draws, int columns) {

        static final Terminal NONE = new Terminal(false, false, 80);
    }

    static Surroundings ofProcess(CancellationToken cancellation) {
        return new Surroundings(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                terminal(System.getenv()),
                cancellation);
    }

    // Java's own streams write in the encoding of the locale; what we print is a contract.
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The launcher knows what is a terminal; Java can't tell for standard error. */
    static Terminal terminal(Map<String, String> environment) {
        String streams = environment.getOrDefault("AGENTS_TERMINAL", "");
        boolean draws = streams.contains("2") && !"dumb".equals(environment.get("TERM"));
        String columns = environment.getOrDefault("AGENTS_COLUMNS", "");
        int width = columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 80;
        return new Terminal(streams.contains("0") && streams.contains("2"), draws, width);
    }

    /** Tells a person one thing, on standard error. */
    void say(String message) {
        err.println("agents: " + message);
    }
}
