package dev.cadre.tools.sandbox;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxSpec;
import dev.cadre.tools.ShellCommand;
import java.nio.file.Path;
import java.time.Duration;

/** Opens sandboxes and runs commands in them, short for tests. */
final class SandboxFixture {

    private SandboxFixture() {}

    static SandboxSession open(LocalSandbox.Backend backend, Path workspace) {
        return LocalSandbox.builder().backends(backend).build().open(new SandboxSpec(workspace, false));
    }

    static CommandResult run(SandboxSession session, String command) {
        return run(session, command, Duration.ofSeconds(30));
    }

    static CommandResult run(SandboxSession session, String command, Duration timeout) {
        return session.run(new ShellCommand(command, timeout), CancellationToken.create());
    }
}
