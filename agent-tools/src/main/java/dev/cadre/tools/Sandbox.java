package dev.cadre.tools;

/**
 * Runs shell commands behind a boundary that the operating system keeps.
 *
 * <p>Implementations must prove the boundary by running canaries before they promise it, and must refuse rather than
 * run a command with less than the specification asks for.
 */
public interface Sandbox {

    /**
     * Starts a sandbox for one run.
     *
     * @throws SandboxUnavailableException if the boundary can't be had here; the message says what to install
     */
    SandboxSession open(SandboxSpec spec);
}
