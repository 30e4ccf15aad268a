package dev.cadre.tools.sandbox;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.CommandResult.End;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxUnavailableException;
import dev.cadre.tools.ShellCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Confines each command by a profile of macOS. Thread-safe; commands wait for each other.
 *
 * <p>The system has no namespace for processes, so there is less to promise than on Linux: what a command started is killed
 * as far as it can be found, and outlives a JVM that is killed.
 */
public final class SeatbeltSession implements SandboxSession {

    private static final Path PROGRAM = Path.of("/usr/bin/sandbox-exec");

    private static final long LOOK_MILLIS = 100;
    private static final int KILLED = 137;

    private final SandboxPlan plan;
    private final Path program;
    private final SessionFolder session;
    private final Path temporary;
    private final String profile;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();
    private volatile Path folder;
    private volatile boolean closed;

    private SeatbeltSession(SandboxPlan plan, Path program) throws IOException {
        this.plan = plan;
        this.program = program;
        this.session = SessionFolder.create();
        this.temporary = Files.createDirectory(session.path().resolve("tmp"));
        this.profile = SeatbeltProfile.of(plan, temporary, session.control());
        this.folder = plan.workspace();
    }

    /**
     * Starts a session and tries its boundary.
     *
     * @throws SandboxUnavailableException if something that must fail succeeds
     */
    public static SeatbeltSession open(SandboxPlan plan) {
        return open(plan, PROGRAM, true);
    }

    static SeatbeltSession open(SandboxPlan plan, Path program, boolean isProven) {
        if (!Files.isExecutable(program)) {
            throw new SandboxUnavailableException(
                    "no sandbox for commands can be had here, so none is run: " + program + " is missing");
        }
        try {
            SeatbeltSession opened = new SeatbeltSession(plan, program);
            List<String> broken = isProven ? opened.broken() : List.of();
            if (!broken.isEmpty()) {
                opened.close();
                throw new SandboxUnavailableException("no sandbox for commands can be had here, so none is run:"
                        + " the boundary does not hold: " + String.join("; ", broken));
            }
            return opened;
        } catch (IOException e) {
            throw new SandboxUnavailableException("no sandbox for commands can be had here, so none is run: " + e);
        }
    }

    private List<String> broken() throws IOException {
        Path outside = Files.writeString(session.path().resolve("outside"), "outside\n");
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String settings = "PORT=" + host.getLocalPort() + " OUTSIDE='" + outside + "'\n";
            CommandResult result = run(
                    new ShellCommand(settings + SessionFolder.script("seatbelt-canary"), Duration.ofSeconds(20)),
                    CancellationToken.create());
            return result.exitCode() == 0
                    ? result.stdout().lines().toList()
                    : List.of("a first command ended with exit code " + result.exitCode() + ": "
                            + result.stderr().strip());
        }
    }

    @Override
    public CommandResult run(ShellCommand command, CancellationToken cancellation) {
        lock.lock();
        try (Job job = Job.create(session.control())) {
            if (closed) {
                throw new IllegalStateException("the sandbox is closed");
            }
            Process process = start(job, command);
            started.add(process.toHandle());
            End end = await(process, job, command.timeout(), cancellation);
            if (end != End.EXITED) {
                kill(process.toHandle());
            }
            process.descendants().forEach(started::add);
            int status = end == End.EXITED ? process.exitValue() : KILLED;
            CommandResult result = new CommandResult(status, job.stdout(), job.stderr(), end);
            folder = job.folder()
                    .filter(path -> path.startsWith(plan.workspace()))
                    .orElse(plan.workspace());
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's files in " + session.path() + " can't be used", e);
        } finally {
            lock.unlock();
        }
    }

    private Process start(Job job, ShellCommand command) throws IOException {
        // Not the number of processes: macOS counts all that the user runs.
        String limits = "ulimit -c 0; ulimit -n " + plan.limits().openFiles() + "; ulimit -f "
                + (plan.limits().fileBytes() >> 9) + "; ulimit -t "
                + plan.limits().cpuTime().toSeconds()
                + "; ";
        String text = limits + "trap 'pwd -P >|\"$1.cwd\"' EXIT; eval \"$2\"";
        List<String> words =
                new ArrayList<>(List.of(program.toString(), "-p", profile, "/bin/bash", "-c", text, "bash"));
        Path files = session.control().resolve(job.id());
        words.add(files.toString());
        words.add(command.text());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory((Files.isDirectory(folder) ? folder : plan.workspace()).toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(Path.of(files + ".out").toFile()))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(Path.of(files + ".err").toFile()));
        builder.environment().clear();
        builder.environment().putAll(plan.environment());
        builder.environment().put("HOME", temporary.toString());
        builder.environment().put("TMPDIR", temporary.toString());
        return builder.start();
    }

    private End await(Process process, Job job, Duration timeout, CancellationToken cancellation) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                // Who leaves its parent later is known by then.
                process.descendants().forEach(started::add);
                if (cancellation.isCancelled()) {
                    return End.CANCELLED;
                }
                if (System.nanoTime() >= deadline) {
                    return End.TIMED_OUT;
                }
                if (job.printed() > plan.limits().outputBytes()) {
                    return End.FLOODED;
                }
            }
            return End.EXITED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return End.CANCELLED;
        }
    }

    private static void kill(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public String directory() {
        return folder.equals(plan.workspace()) ? "." : folder.toString();
    }

    @Override
    public String backend() {
        return "seatbelt";
    }

    @Override
    public void close() {
        closed = true;
        started.forEach(SeatbeltSession::kill);
        try {
            session.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's files in " + session.path() + " can't be removed", e);
        }
    }
}
