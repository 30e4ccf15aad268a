package dev.cadre.tools.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands in real bash, in a root of stubs without network, and tells which programs bash started, in which
 * folder, and which files it made.
 */
final class BashOracle {

    /** Is one command with the seed that decides which programs fail. */
    record Case(String text, int seed) {}

    /** Is a program that ran: its folder below the start, and what it got. */
    record Started(String folder, List<String> argv) {}

    /** Is all that was seen of a case; the kernel's account only of a traced one. */
    record Seen(List<Started> programs, List<String> files, List<SystemCall> calls) {}

    /** Says how a command is run. */
    enum Witness {
        /** In a fork of one bash, which is fast. */
        FORK,
        /** In a bash of its own. */
        EXEC,
        /** In a bash that strace watches. */
        TRACE
    }

    private static final String BASH = "/bin/bash";
    private static final char END_OF_INPUT = '\u001c';
    private static final String END_OF_PART = "\u001d";
    private static final String END_OF_RECORD = "\u001e\u001f";
    private static final String NEWLINE = "\u001a";
    private static final String END_OF_WORD = "\u001f";

    // Bound into the box by their own names; all else that it starts is a stub.
    private static final List<String> REAL = List.of(
            "bash", "sh", "env", "timeout", "nice", "xargs", "find", "nohup", "stdbuf", "setsid", "ionice", "strace");

    private BashOracle() {}

    /** Returns what lacks for running anything; empty if nothing does. */
    static String obstacle() throws IOException, InterruptedException {
        for (String program : List.of("/usr/bin/bwrap", BASH)) {
            if (!Files.isExecutable(Path.of(program))) {
                return program + " is not there";
            }
        }
        for (Witness witness : Witness.values()) {
            List<Seen> seen = run(List.of(new Case("canary x", 0)), witness);
            boolean works = seen.size() == 1
                    && seen.get(0).programs().equals(List.of(new Started(".", List.of("canary", "x"))))
                    && (witness != Witness.TRACE || !seen.get(0).calls().isEmpty());
            if (!works) {
                return "no stub can be run in bubblewrap here by " + witness;
            }
        }
        return "";
    }

    static List<Seen> run(List<Case> cases, Witness witness) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(cases.size(), witness))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Thread feeder = new Thread(() -> feed(process.getOutputStream(), cases));
            feeder.start();
            String output = read(process.getInputStream());
            feeder.join();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IOException("bash did not end");
            }
            return parse(output);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(int count, Witness witness) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/bwrap",
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--tmpfs",
                "/",
                "--ro-bind",
                "/usr/lib",
                "/usr/lib",
                "--ro-bind-try",
                "/usr/lib64",
                "/usr/lib64",
                "--ro-bind-try",
                "/usr/libexec",
                "/usr/libexec",
                "--symlink",
                "usr/bin",
                "/bin"));
        for (String folder : List.of("lib", "lib64")) {
            Path path = Path.of("/" + folder);
            if (Files.isSymbolicLink(path)) {
                command.addAll(List.of("--symlink", "usr/" + folder, "/" + folder));
            } else if (Files.isDirectory(path)) {
                command.addAll(List.of("--ro-bind", "/" + folder, "/" + folder));
            }
        }
        REAL.forEach(name -> command.addAll(List.of("--ro-bind-try", "/usr/bin/" + name, "/usr/bin/" + name)));
        for (String name : List.of("chmod", "ln", "mkdir")) {
            command.addAll(List.of("--ro-bind", "/usr/bin/" + name, "/tools/" + name));
        }
        command.addAll(List.of("--dev", "/dev", "--proc", "/proc", "--dir", "/ws/home", "--dir", "/stubs"));
        command.addAll(List.of("--setenv", "COUNT", String.valueOf(count)));
        command.addAll(List.of("--setenv", "WITNESS", witness.name().toLowerCase(Locale.ROOT)));
        command.addAll(List.of(BASH, "--norc", "-c", driver()));
        return command;
    }

    private static String driver() throws IOException {
        try (InputStream resource = BashOracle.class.getResourceAsStream("oracle.bash")) {
            return read(Objects.requireNonNull(resource));
        }
    }

    private static void feed(OutputStream stream, List<Case> cases) {
        try (stream) {
            for (Case each : cases) {
                String record = "" + each.seed() + END_OF_INPUT + each.text() + END_OF_INPUT;
                stream.write(record.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<Seen> parse(String output) {
        List<Seen> seen = new ArrayList<>();
        String[] parts = output.split(END_OF_PART, -1);
        for (int i = 0; i + 2 < parts.length; i += 3) {
            String start = "/ws/" + (i / 3 + 1) + "/w";
            List<Started> programs = new ArrayList<>();
            for (String record : records(parts[i], END_OF_RECORD)) {
                List<String> words = records(record, END_OF_WORD);
                List<String> argv = words.subList(1, words.size()).stream()
                        .map(word -> word.replace(NEWLINE, "\n"))
                        .toList();
                programs.add(new Started(below(start, words.get(0)), argv));
            }
            seen.add(new Seen(programs, records(parts[i + 1], END_OF_WORD), SystemCall.parse(parts[i + 2])));
        }
        return seen;
    }

    private static String below(String start, String folder) {
        return folder.equals(start)
                ? "."
                : folder.startsWith(start + "/") ? folder.substring(start.length() + 1) : folder;
    }

    private static List<String> records(String text, String end) {
        List<String> records = new ArrayList<>(Arrays.asList(text.split(end, -1)));
        records.remove(records.size() - 1);
        return records;
    }
}
