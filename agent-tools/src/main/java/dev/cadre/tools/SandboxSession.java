package dev.cadre.tools;

import dev.cadre.llm.CancellationToken;
import java.nio.file.Path;

/**
 * Is the sandbox of one run. Closing it kills every process in it.
 *
 * <p>Commands run one after another; background processes live on between them. Thread-safe.
 */
public interface SandboxSession extends AutoCloseable {

    /** Runs a command with bash and blocks until it ends, its time is over, or the token is cancelled. */
    CommandResult run(ShellCommand command, CancellationToken cancellation);

    /** Returns the folder in which the next command starts, absolute or relative to the workspace's root. */
    default String directory() {
        return ".";
    }

    /**
     * Tells that a tool of the host wrote a file in the workspace, so that it is not taken for the work of a command. Does
     * nothing unless overridden.
     */
    default void wroteOnHost(Path file) {}

    /** Returns what keeps the boundary, such as {@code bubblewrap}. */
    String backend();

    @Override
    void close();
}
