package dev.cadre.tools.sandbox;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.CommandResult.End;
import dev.cadre.tools.SandboxLimits;
import dev.cadre.tools.ShellCommand;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Is a sandbox from its start to its end. Used by one thread at a time; {@link #close()} by any. */
final class RunningSandbox implements AutoCloseable {

    /** A killed waiter tells nothing by itself, so we ask this often; the size of the output is looked at as often. */
    private static final Duration ASK = Duration.ofMillis(200);

    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

    /** What bash gives for SIGKILL. */
    private static final int KILLED = 137;

    private final SessionFolder session;
    private final Supervisor supervisor;
    private final ControlGroups groups;
    private final SandboxLimits limits;
    private final Closeable proxy;
    private final CoveredFiles covered;
    private volatile boolean dead;

    /** Owns all that it is given; the proxy is what lets commands out, or nothing. */
    RunningSandbox(
            SessionFolder session,
            Supervisor supervisor,
            ControlGroups groups,
            SandboxLimits limits,
            Closeable proxy,
            CoveredFiles covered) {
        this.session = session;
        this.supervisor = supervisor;
        this.groups = groups;
        this.limits = limits;
        this.proxy = proxy;
        this.covered = covered;
    }

    /** Returns whether commands can still run. */
    boolean isAlive() {
        return !dead && supervisor.isAlive();
    }

    /** Returns whether all that is to be covered still is. */
    boolean isWhole() {
        return covered.areUnchanged();
    }

    Supervisor supervisor() {
        return supervisor;
    }

    ControlGroups groups() {
        return groups;
    }

    /** Runs a command that leaves no process behind, whatever it started. */
    Outcome runAlone(ShellCommand command, Path folder) {
        return run(command, folder, CancellationToken.create(), true);
    }

    /** Runs a command; what it started in the background goes on unless its time was over. */
    Outcome run(ShellCommand command, Path folder, CancellationToken cancellation) {
        return run(command, folder, cancellation, false);
    }

    private Outcome run(ShellCommand command, Path folder, CancellationToken cancellation, boolean alone) {
        CancellationToken.Registration registration = cancellation.onCancel(supervisor::wake);
        boolean interrupted = false;
        try (Job job = Job.create(session.openControl())) {
            supervisor.send("run", job.id(), folder.toString(), command.text());
            Ending ending = await(job, command.timeout(), cancellation);
            // Channels close under a thread that is interrupted.
            interrupted = Thread.interrupted();
            if (alone || ending.end() != End.EXITED) {
                kill(job);
            }
            supervisor.send("forget", job.id());
            CommandResult result = new CommandResult(ending.status(), job.stdout(), job.stderr(), ending.end());
            Optional<Path> end = job.folder();
            job.truncate();
            session.openControl();
            return new Outcome(result, end);
        } catch (IOException e) {
            close();
            String reason = "The files through which output leaves can't be used: " + e + "\n";
            return new Outcome(new CommandResult(KILLED, "", reason, End.LOST), Optional.empty());
        } finally {
            registration.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Ending await(Job job, Duration timeout, CancellationToken cancellation) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                if (cancellation.isCancelled()) {
                    return new Ending(KILLED, End.CANCELLED);
                }
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isNegative() || left.isZero()) {
                    return new Ending(KILLED, End.TIMED_OUT);
                }
                Optional<String> reply = supervisor.reply(left.compareTo(ASK) < 0 ? left : ASK);
                if (reply.isPresent()) {
                    String[] words = reply.get().split(" ", -1);
                    if (words[0].equals(Supervisor.GONE)) {
                        dead = true;
                        return new Ending(KILLED, End.LOST);
                    }
                    if (words[0].equals("done") && words[1].equals(job.id())) {
                        return new Ending(Integer.parseInt(words[2]), End.EXITED);
                    }
                } else {
                    supervisor.send("poll", job.id());
                }
                if (job.printed() > limits.outputBytes()) {
                    return new Ending(KILLED, End.FLOODED);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ending(KILLED, End.CANCELLED);
        }
    }

    /** Kills all that the command started; a sandbox that does not obey is ended as a whole. */
    private void kill(Job job) {
        if (dead) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        supervisor.send("kill", job.id());
        long deadline = System.nanoTime() + KILL_PATIENCE.toNanos();
        Optional<String> reply = Optional.of("");
        try {
            while (reply.isPresent()
                    && !reply.get().equals("killed " + job.id())
                    && !reply.get().equals("stuck " + job.id())
                    && !reply.get().equals(Supervisor.GONE)) {
                reply = supervisor.reply(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            interrupted = true;
            reply = Optional.empty();
        }
        if (!reply.equals(Optional.of("killed " + job.id()))) {
            close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        dead = true;
        supervisor.close();
        try {
            proxy.close();
            groups.delete();
            session.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's files in " + session.path() + " can't be removed", e);
        }
    }

    private record Ending(int status, End end) {}

    /**
     * Is a result, and the folder in which the command ended.
     *
     * @param result what the command left
     * @param folder as the command told it; not to be trusted
     */
    record Outcome(CommandResult result, Optional<Path> folder) {}
}
