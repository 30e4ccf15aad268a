package dev.cadre.tools.sandbox;

import java.nio.file.Path;
import java.util.List;

/** Is one way to make the namespaces and the view of the file system. */
interface Backend {

    /** Returns the name for people, such as {@code bubblewrap}. */
    String title();

    /**
     * Returns the command that becomes the supervisor.
     *
     * @throws BackendUnavailableException if a program lacks; the message says which package has it
     */
    List<String> command(SandboxPlan plan, SessionFolder session, FileView view) throws BackendUnavailableException;

    /** Finds a program of the host. */
    static Path require(String program, String packageName, SandboxPlan plan) throws BackendUnavailableException {
        return HostCommands.find(program, plan.workspace())
                .orElseThrow(() ->
                        new BackendUnavailableException("\"" + program + "\" was not found; install " + packageName));
    }

    /** Returns what the last step of every back end executes, with all its arguments. */
    static List<String> supervisor(SandboxPlan plan) {
        return List.of(
                FileView.START + "/init",
                FileView.START + "/supervisor",
                FileView.CONTROL,
                plan.workspace().toString(),
                Integer.toString(plan.limits().processes()),
                Long.toString(plan.limits().fileBytes() >> 10),
                Long.toString(plan.limits().memoryBytes() >> 10),
                Long.toString(plan.limits().cpuTime().toSeconds()),
                Integer.toString(plan.limits().openFiles()),
                plan.network() == SandboxPlan.Network.PROXY ? Integer.toString(Forwarder.PORT) : "");
    }
}
