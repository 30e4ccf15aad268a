package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Proves that the number of processes in a sandbox is bounded: by a control group, by the user's limit, or by the highest
 * process id of the namespace. The user's limit does not bind root, not even in a user namespace.
 */
final class ProcessBound {

    /** After process ids went round, those below are not used again (RESERVED_PIDS of Linux). */
    private static final int RESERVED_IDS = 300;

    private ProcessBound() {}

    static void prove(Canaries canaries, RunningSandbox sandbox, SandboxPlan plan)
            throws BackendUnavailableException, IOException {
        int processes = plan.limits().processes();
        if (sandbox.groups().boundProcesses()) {
            sandbox.groups().limitProcesses(sandbox.groups().processCount() + 8);
            boolean bounded = isBounded(canaries, "", 24);
            sandbox.groups().limitProcesses(processes);
            if (bounded) {
                return;
            }
        }
        if (isBounded(canaries, "8", 24)) {
            return;
        }
        if (limitIds(sandbox, plan, RESERVED_IDS + processes)
                && isBounded(canaries, "", RESERVED_IDS + processes + 8)) {
            return;
        }
        throw new BackendUnavailableException(
                "the number of processes can't be bounded: run the JVM as an ordinary user,"
                        + " or let it make control groups in /sys/fs/cgroup");
    }

    private static boolean isBounded(Canaries canaries, String limit, int count) throws BackendUnavailableException {
        String settings = "LIMIT=" + limit + " COUNT=" + count + "\n";
        return canaries.lines(settings + SessionFolder.script("process-canary")).equals(List.of("bounded"));
    }

    /** Sets the highest process id of the sandbox's namespace. Before Linux 6.14 there is only the host's own. */
    private static boolean limitIds(RunningSandbox sandbox, SandboxPlan plan, int highest) throws IOException {
        Path setting = Path.of("/proc/sys/kernel/pid_max");
        Optional<Path> nsenter = HostCommands.find("nsenter", plan.workspace());
        Optional<ProcessHandle> first = sandbox.supervisor()
                .handle()
                .descendants()
                .filter(ProcessBound::isFirst)
                .findFirst();
        if (!isAtLeast(System.getProperty("os.version"), 6, 14) || nsenter.isEmpty() || first.isEmpty()) {
            return false;
        }
        String before = read(setting);
        Process process = new ProcessBuilder(
                        nsenter.get().toString(),
                        "--target",
                        Long.toString(first.get().pid()),
                        "--pid",
                        "--",
                        "/bin/bash",
                        "-c",
                        "printf '%s' \"$1\" >/proc/sys/kernel/pid_max",
                        "limit",
                        Integer.toString(highest))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean done = process.onExit().join().exitValue() == 0;
        if (!read(setting).equals(before)) {
            Files.writeString(setting, before);
            return false;
        }
        return done;
    }

    /** Reads a setting of the kernel in one go: reading on after the first byte gives nothing more. */
    static String read(Path setting) throws IOException {
        byte[] bytes = new byte[64];
        try (InputStream in = Files.newInputStream(setting)) {
            int count = in.read(bytes);
            return new String(bytes, 0, Math.max(0, count), StandardCharsets.US_ASCII).strip();
        }
    }

    /** Says whether a process is number 1 of its namespace. */
    private static boolean isFirst(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.anyMatch(line -> line.startsWith("NSpid:") && line.endsWith("\t1"));
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isAtLeast(String release, int major, int minor) {
        String[] parts = release.split("[^0-9]+", 3);
        int found = Integer.parseInt(parts[0]);
        return found > major || (found == major && Integer.parseInt(parts[1]) >= minor);
    }
}
