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

    /** Is all that was seen of a case. */
    record Seen(List<Started> programs, List<String> files) {}

    private static final String BASH = "/bin/bash";
    private static final char END_OF_INPUT = '\u001c';
    private static final String END_OF_PART = "\u001d";
    private static final String END_OF_RECORD = "\u001e\u001f";
    private static final String NEWLINE = "\u001a";
    private static final String END_OF_WORD = "\u001f";

    // Unknown programs end in a handler that writes down what it got; a few are real, to start others in turn.
    private static final String DRIVER = """
            shopt -s globstar dotglob nullglob
            log='builtin printf -v L "%s\\x1f" "$PWD" "$@" $'"'\\x1e'"'
            L=${L//$'"'\\n'/$'\\x1a'"'}
            builtin printf "%s" "$L" >&198
            case $SEED in 0) S=0;; 1) S=1;; *) S=$(( (${#1} + ${#2} + SEED) % 2 ));; esac'
            printf 'enable -n echo pwd test [ kill type umask ulimit times jobs\\n' >/env
            printf 'command_not_found_handle() { %s; return $S; }\\n' "$log" >>/env
            for name in canary curl; do
              printf '#!/bin/bash -p\\nset -- %s "$@"\\n%s; exit $S\\n' $name "$log" >/stubs/$name
            done
            /usr/bin/chmod +x /stubs/canary /stubs/curl
            for name in env timeout nice xargs find nohup stdbuf setsid ionice; do
              [[ -x /usr/bin/$name ]] && /usr/bin/ln -s /usr/bin/$name /stubs/$name
            done
            eval "/usr/bin/mkdir -p /ws/{1..$COUNT}/w/d/e"
            export BASH_ENV=/env PATH=/stubs HOME=/ws/home LANG=C.UTF-8
            n=0
            while IFS= read -r -d $'\\x1c' seed && IFS= read -r -d $'\\x1c' text; do
              n=$((n + 1))
              cd /ws/$n/w && : >a1 >b2 >d/c3
              seen=$(SEED=$seed exec -a bash /bin/bash --norc -c "$text" 198>&1 >/dev/null 2>&1 </dev/null)
              printf '%s\\x1d' "$seen"
              cd /ws/$n
              for file in **; do
                [[ -f $file ]] && printf '%s\\x1f' "$file"
              done
              printf '\\x1d'
            done
            """;

    private BashOracle() {}

    /** Returns what lacks for running anything; empty if nothing does. */
    static String obstacle() throws IOException, InterruptedException {
        for (String program : List.of("/usr/bin/bwrap", BASH)) {
            if (!Files.isExecutable(Path.of(program))) {
                return program + " is not there";
            }
        }
        List<Seen> seen = run(List.of(new Case("canary x", 0)));
        boolean works =
                seen.size() == 1 && seen.get(0).programs().equals(List.of(new Started(".", List.of("canary", "x"))));
        return works ? "" : "a stub can't be run in bubblewrap here";
    }

    static List<Seen> run(List<Case> cases) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(cases.size()))
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

    private static List<String> command(int count) {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/bwrap",
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--tmpfs",
                "/",
                "--ro-bind",
                "/usr",
                "/usr"));
        if (Files.exists(Path.of("/usr/bin/curl"))) {
            command.addAll(List.of("--ro-bind", "/dev/null", "/usr/bin/curl"));
        }
        for (String folder : List.of("bin", "lib", "lib64")) {
            Path path = Path.of("/" + folder);
            if (Files.isSymbolicLink(path)) {
                command.addAll(List.of("--symlink", "usr/" + folder, "/" + folder));
            } else if (Files.isDirectory(path)) {
                command.addAll(List.of("--ro-bind", "/" + folder, "/" + folder));
            }
        }
        command.addAll(List.of("--dev", "/dev", "--proc", "/proc", "--dir", "/ws/home", "--dir", "/stubs"));
        command.addAll(List.of("--setenv", "COUNT", String.valueOf(count), BASH, "--norc", "-c", DRIVER));
        return command;
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
        for (int i = 0; i + 1 < parts.length; i += 2) {
            String start = "/ws/" + (i / 2 + 1) + "/w";
            List<Started> programs = new ArrayList<>();
            for (String record : records(parts[i], END_OF_RECORD)) {
                List<String> words = records(record, END_OF_WORD);
                List<String> argv = words.subList(1, words.size()).stream()
                        .map(word -> word.replace(NEWLINE, "\n"))
                        .toList();
                programs.add(new Started(below(start, words.get(0)), argv));
            }
            seen.add(new Seen(programs, records(parts[i + 1], END_OF_WORD)));
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
