package dev.cadre.tools.sandbox;

import dev.cadre.tools.CommandResult;
import dev.cadre.tools.ShellCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

/** Proves a sandbox's promises by trying to break them, before the first command runs. */
final class Canaries {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningSandbox sandbox;
    private final SandboxPlan plan;

    Canaries(RunningSandbox sandbox, SandboxPlan plan) {
        this.sandbox = sandbox;
        this.plan = plan;
    }

    /**
     * Tries the boundary.
     *
     * @throws BackendUnavailableException if something that must fail succeeded, or the reverse
     */
    void prove() throws BackendUnavailableException, IOException {
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String settings = "NETWORK=" + (plan.network() == SandboxPlan.Network.HOST ? "open" : "closed") + " PORT="
                    + host.getLocalPort() + " FILTER="
                    + (SystemCallFilter.prctl().isPresent() ? "yes" : "no") + "\n";
            List<String> broken = lines(settings + SessionFolder.script("canary"));
            if (!broken.isEmpty()) {
                throw new BackendUnavailableException("the boundary does not hold: " + String.join("; ", broken));
            }
        }
        ProcessBound.prove(this, sandbox, plan);
    }

    /** Runs a script and returns what it printed. */
    List<String> lines(String script) throws BackendUnavailableException {
        CommandResult result = sandbox.runAlone(new ShellCommand(script, PATIENCE), plan.workspace())
                .result();
        if (!sandbox.isAlive()) {
            throw new BackendUnavailableException("it died in a first command: " + result.end());
        }
        if (result.end() != CommandResult.End.EXITED || result.exitCode() != 0) {
            throw new BackendUnavailableException("a first command ended with " + result.end() + ", exit code "
                    + result.exitCode() + ": " + result.stderr().strip());
        }
        return result.stdout().lines().toList();
    }
}
