package dev.cadre.tools.sandbox;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.LocalSandbox.Backend;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxSpec;
import dev.cadre.tools.SandboxUnavailableException;
import dev.cadre.tools.ShellCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** Runs commands in a sandbox of a JVM of its own: {@code BACKENDS WORKSPACE COMMAND…}; {@code hang} never returns. */
final class SandboxMain {

    private SandboxMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        Backend[] backends =
                Arrays.stream(args[0].split(",", -1)).map(Backend::valueOf).toArray(Backend[]::new);
        LocalSandbox sandbox = LocalSandbox.builder().backends(backends).build();
        try (SandboxSession session = sandbox.open(new SandboxSpec(Path.of(args[1]), false))) {
            for (String command : Arrays.asList(args).subList(2, args.length)) {
                if (command.equals("hang")) {
                    System.out.println("hanging");
                    session.run(new ShellCommand("sleep 7777", Duration.ofHours(1)), CancellationToken.create());
                }
                System.out.print(
                        session.run(new ShellCommand(command, Duration.ofSeconds(30)), CancellationToken.create())
                                .stdout());
            }
        } catch (SandboxUnavailableException e) {
            System.out.println(e.getMessage());
        }
    }
}
