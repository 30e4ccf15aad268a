package dev.cadre.tools.sandbox;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.CommandResult.End;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxUnavailableException;
import dev.cadre.tools.ShellCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Is the sandbox of one run: one {@link RunningSandbox}, and after that died, as from a process that nothing could kill,
 * another. Thread-safe; commands wait for each other.
 */
public final class LocalSession implements SandboxSession {

    private final SandboxStarter starter;
    private final Path workspace;
    private final boolean proxied;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile RunningSandbox sandbox;
    private volatile boolean closed;
    private volatile Path folder;

    private LocalSession(SandboxStarter starter, SandboxPlan plan) throws BackendUnavailableException {
        this.starter = starter;
        this.workspace = plan.workspace();
        this.proxied = !plan.domains().isEmpty();
        this.folder = workspace;
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
        if (!sandbox.isAlive()) {
            sandbox.close();
            restart();
        }
        if (proxied) {
            sandbox.run(Forwarder.ensure(), workspace, cancellation);
        }
        RunningSandbox.Outcome outcome = sandbox.run(command, folder, cancellation);
        folder = outcome.folder().filter(end -> end.startsWith(workspace)).orElse(workspace);
        return outcome.result();
    }

    private void restart() {
        try {
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
        return folder.toString();
    }

    @Override
    public String backend() {
        return starter.backend().title();
    }

    @Override
    public void close() {
        closed = true;
        sandbox.close();
    }
}
