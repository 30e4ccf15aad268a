package dev.cadre.benchmarks;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxSpec;
import dev.cadre.tools.ShellCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Compares a command in a running sandbox with plain {@code bash -c}, in turns, so that a loaded machine slows both.
 *
 * <p>Takes the number of rounds; 300 unless told. Prints medians and 95th percentiles in milliseconds.
 */
public final class SandboxComparison {

    private static final int WARM_UP = 50;
    private static final String COMMAND = "true";

    private SandboxComparison() {}

    /** Runs the comparison on this machine's back ends, without a network and with the proxy. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 0 ? 300 : Integer.parseInt(arguments[0]);
        Path workspace = Files.createTempDirectory("cadre-benchmark-").toRealPath();
        Map<String, Runnable> subjects = new LinkedHashMap<>();
        subjects.put("plain bash", () -> plain(workspace));
        Map<String, SandboxSession> sessions = new LinkedHashMap<>();
        for (LocalSandbox.Backend backend : LocalSandbox.Backend.values()) {
            for (boolean network : new boolean[] {false, true}) {
                sessions.put(
                        backend.name().toLowerCase(Locale.ROOT) + (network ? ", proxy" : ", closed"),
                        LocalSandbox.builder().backends(backend).build().open(new SandboxSpec(workspace, network)));
            }
        }
        sessions.forEach((name, session) -> subjects.put(name, () -> sandboxed(session)));
        try {
            print(measure(subjects, rounds));
        } finally {
            sessions.values().forEach(SandboxSession::close);
            Files.delete(workspace);
        }
    }

    private static Map<String, double[]> measure(Map<String, Runnable> subjects, int rounds) {
        Map<String, double[]> times = new LinkedHashMap<>();
        subjects.keySet().forEach(name -> times.put(name, new double[rounds]));
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Map.Entry<String, Runnable> subject : subjects.entrySet()) {
                long start = System.nanoTime();
                subject.getValue().run();
                double millis = (System.nanoTime() - start) / 1e6;
                if (round >= 0) {
                    times.get(subject.getKey())[round] = millis;
                }
            }
        }
        times.values().forEach(Arrays::sort);
        return times;
    }

    @SuppressWarnings("SystemOut")
    private static void print(Map<String, double[]> times) {
        double plain = median(times.values().iterator().next());
        System.out.printf("%-22s %8s %8s %8s%n", "bash -c " + COMMAND, "median", "p95", "over");
        times.forEach((name, sorted) -> System.out.printf(
                "%-22s %8.2f %8.2f %8.2f%n",
                name, median(sorted), sorted[sorted.length * 95 / 100], median(sorted) - plain));
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static void plain(Path workspace) {
        try {
            Process process = new ProcessBuilder("/bin/bash", "-c", COMMAND)
                    .directory(workspace.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            process.getInputStream().readAllBytes();
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("plain bash failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sandboxed(SandboxSession session) {
        CommandResult result =
                session.run(new ShellCommand(COMMAND, Duration.ofSeconds(30)), CancellationToken.create());
        if (result.exitCode() != 0) {
            throw new IllegalStateException("the sandboxed command failed: " + result);
        }
    }
}
