package dev.cadre.testkit;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.Json;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.Sandbox;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxSpec;
import dev.cadre.tools.ShellCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers shell commands from a table and runs none. A command that is not in the table ends with status 127. Thread-safe.
 *
 * <pre>{@code
 * bench.sandbox().answers("npm test", 1, "2 tests failed");
 * }</pre>
 */
public final class ScriptedSandbox implements Sandbox {

    private final Map<String, CommandResult> results = new LinkedHashMap<>();
    private final List<String> commands = new ArrayList<>();

    private ScriptedSandbox() {}

    /** Makes a sandbox that knows no command. */
    public static ScriptedSandbox create() {
        return new ScriptedSandbox();
    }

    /** Says what a command, exactly as written, prints and with which status it ends. */
    public synchronized ScriptedSandbox answers(String command, int exitCode, String stdout) {
        results.put(command, new CommandResult(exitCode, stdout, "", CommandResult.End.EXITED));
        return this;
    }

    /** Returns the commands so far, in order. */
    public synchronized List<String> commands() {
        return Json.list(commands);
    }

    @Override
    public SandboxSession open(SandboxSpec spec) {
        return new Session();
    }

    private synchronized CommandResult run(String command) {
        commands.add(command);
        return results.getOrDefault(
                command,
                new CommandResult(127, "", command + ": not in the script of this test", CommandResult.End.EXITED));
    }

    private final class Session implements SandboxSession {

        @Override
        public CommandResult run(ShellCommand command, CancellationToken cancellation) {
            return ScriptedSandbox.this.run(command.text());
        }

        @Override
        public String backend() {
            return "script";
        }

        @Override
        public void close() {}
    }
}
