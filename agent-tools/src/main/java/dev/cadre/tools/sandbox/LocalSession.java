package dev.cadre.tools.sandbox;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.CommandResult.End;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxUnavailableException;
import dev.cadre.tools.ShellCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Is the sandbox of one run: one {@link RunningSandbox}, and after that died, as from a process that nothing could kill,
 * another. Thread-safe; commands wait for each other.
 */
public final class LocalSession implements SandboxSession {

    private static final System.Logger LOG = System.getLogger(LocalSession.class.getName());

    /** What bash gives for what may not be executed. */
    private static final int REFUSED = 126;

    private final SandboxStarter starter;
    private final Path workspace;
    private final SandboxPlan.Repository repository;
    private final ProtectionWatch watch;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile RunningSandbox sandbox;
    private volatile boolean closed;
    private volatile Path folder;
    private volatile boolean stale;

    private LocalSession(SandboxStarter starter, SandboxPlan plan) throws BackendUnavailableException {
        this.starter = starter;
        this.workspace = plan.workspace();
        this.repository = plan.repository();
        this.folder = workspace;
        this.watch = new ProtectionWatch(workspace, ProtectedPlaces.watched(plan.repository()));
        this.sandbox = starter.start();
    }

    /**
     * Starts a sandbox with the first back end that can prove it.
     *
     * @throws SandboxUnavailableException if none can; the message gives the reason of each
     */
    public static LocalSession open(SandboxPlan plan, List<String> backends) {
        List<String> reasons = new ArrayList<>();
        for (String name : backends) {
            Backend backend = name.equals("bubblewrap") ? new Bubblewrap() : new Unshare();
            try {
                return new LocalSession(new SandboxStarter(plan, backend), plan);
            } catch (BackendUnavailableException e) {
                reasons.add(name + ": " + e.getMessage());
            }
        }
        throw new SandboxUnavailableException(
                "no sandbox for commands can be had here, so none is run; install the package"
                        + " bubblewrap, or util-linux and perl. Tried " + String.join("; ", reasons));
    }

    @Override
    public CommandResult run(ShellCommand command, CancellationToken cancellation) {
        if (command.text().indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a command can't hold the character NUL");
        }
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CommandResult(137, "", "", End.CANCELLED);
        }
        try {
            return runAlone(command, cancellation);
        } finally {
            lock.unlock();
        }
    }

    private CommandResult runAlone(ShellCommand command, CancellationToken cancellation) {
        if (closed) {
            throw new IllegalStateException("the sandbox is closed");
        }
        if (stale || !sandbox.isAlive() || !sandbox.isWhole()) {
            sandbox.close();
            restart();
        }
        RunningSandbox.Outcome outcome = sandbox.run(command, folder, cancellation);
        folder = outcome.folder().filter(end -> end.startsWith(workspace)).orElse(workspace);
        return withoutIntruders(outcome.result());
    }

    private CommandResult withoutIntruders(CommandResult result) {
        List<String> made;
        try {
            made = setAside();
        } catch (IOException e) {
            throw new UncheckedIOException("protected files that a command made can't be set aside", e);
        }
        if (made.isEmpty()) {
            return result;
        }
        String notice = "Commands may not make \"" + String.join("\", \"", made)
                + "\", for it decides what runs later; it was set aside under another name.\n";
        return new CommandResult(
                result.exitCode() == 0 ? REFUSED : result.exitCode(),
                result.stdout(),
                result.stderr() + notice,
                result.end());
    }

    private List<String> setAside() throws IOException {
        synchronized (watch) {
            return watch.setAside();
        }
    }

    @Override
    public void wroteOnHost(Path file) {
        synchronized (watch) {
            // Its mount inside is gone if there was one: a file that is exchanged leaves it behind.
            if (watch.accept(file) || isWatched(file)) {
                stale = true;
            }
        }
    }

    private boolean isWatched(Path file) {
        return ProtectedPlaces.watched(repository).stream().anyMatch(name -> file.startsWith(workspace.resolve(name)));
    }

    private void restart() {
        try {
            stale = false;
            sandbox = starter.start();
            folder = workspace;
        } catch (BackendUnavailableException e) {
            throw new SandboxUnavailableException("the sandbox died and can't be started again: " + e.getMessage());
        }
        if (closed) {
            sandbox.close();
            throw new IllegalStateException("the sandbox is closed");
        }
    }

    @Override
    public String directory() {
        return folder.equals(workspace) ? "." : folder.toString();
    }

    @Override
    public String backend() {
        return starter.backend().title();
    }

    @Override
    public void close() {
        closed = true;
        sandbox.close();
        try {
            List<String> made = setAside();
            if (!made.isEmpty()) {
                LOG.log(System.Logger.Level.WARNING, "commands made {0}; it was set aside", made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("protected files that a command made can't be set aside", e);
        }
    }
}
