package dev.cadre.tools.builtin;

import dev.cadre.llm.ContentBlock;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.CommandResult.End;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.ShellCommand;
import dev.cadre.tools.ToolAction;
import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.permission.Access;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Is one command to run.
 *
 * @param command the text for bash
 * @param timeout how long it may take
 * @param inBackground whether to return while it runs
 */
record BashAction(String command, Duration timeout, boolean inBackground) implements ToolAction {

    @Override
    public List<Access> accesses() {
        return List.of(new Access.Command(command));
    }

    @Override
    public ToolOutput perform(ToolContext context) {
        SandboxSession sandbox = context.sandbox();
        if (inBackground) {
            int number =
                    context.state(BackgroundCount.class, BackgroundCount::new).next();
            return background(sandbox, context, "/tmp/background-" + number + ".log");
        }
        CommandResult result = sandbox.run(new ShellCommand(command, timeout), context.cancellation());
        boolean isError = result.end() != End.EXITED || !ExitCodes.isSuccess(command, result);
        String text = BashText.of(result, timeout, isError);
        return new ToolOutput(List.of(new ContentBlock.Text(text)), isError, details(result, sandbox));
    }

    /** Starts the command as a child that the answer does not wait for. */
    private ToolOutput background(SandboxSession sandbox, ToolContext context, String file) {
        String start = "bash -c " + quoted(command) + " >" + file + " 2>&1 & echo $!";
        CommandResult result = sandbox.run(new ShellCommand(start, timeout), context.cancellation());
        boolean isError = result.end() != End.EXITED || result.exitCode() != 0;
        String text = isError
                ? BashText.of(result, timeout, true)
                : "Started in the background as process " + result.stdout().strip()
                        + " of the sandbox. Its output goes to " + file + "; read it with Bash, such as: tail " + file;
        return new ToolOutput(List.of(new ContentBlock.Text(text)), isError, details(result, sandbox));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static Map<String, Object> details(CommandResult result, SandboxSession sandbox) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("exitCode", result.exitCode());
        details.put("timedOut", result.end() == End.TIMED_OUT);
        details.put("backend", sandbox.backend());
        return details;
    }

    /** Counts the background commands of a run. */
    private static final class BackgroundCount {

        private final AtomicInteger count = new AtomicInteger();

        int next() {
            return count.incrementAndGet();
        }
    }
}
