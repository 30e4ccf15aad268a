package dev.cadre.examples.cli;

import dev.cadre.tools.ToolExecutor;
import dev.cadre.tools.ToolOutcome;
import dev.cadre.tools.permission.PermissionPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Executes calls as far as their policies allow; what would ask is refused. */
@Command(
        name = "call",
        description = {
            "Executes calls read from standard input, one JSON object a line:",
            "{\"id\", \"policy\", \"tool\", \"input\"}; a call that would ask is refused."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every line was answered", "1:some could not be", "2:wrong usage"})
final class CallCommand implements Callable<Integer> {

    private final Surroundings world;

    @Mixin
    private SandboxChoice sandboxes = new SandboxChoice();

    @Mixin
    private OutputFormat format = new OutputFormat();

    CallCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        format.requireJson();
        return new LineAnswers(world, sandboxes.sandbox()).answer(this::execute);
    }

    private Map<String, Object> execute(CallLine line, PermissionPolicy policy, ToolExecutor executor) {
        Map<String, Object> decided = DecisionJson.of(line.id(), executor.plan(line.call()), policy);
        ToolOutcome outcome = executor.execute(line.call(), world.cancellation());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", line.id());
        answer.put("decision", decided.get("decision"));
        answer.put("executed", isExecuted(outcome));
        answer.put("isError", outcome.output().isError());
        answer.put("output", outcome.result().text());
        Object exitCode = outcome.output().details().get("exitCode");
        if (exitCode != null) {
            answer.put("exitCode", exitCode);
        }
        return answer;
    }

    private static boolean isExecuted(ToolOutcome outcome) {
        return outcome.status() == ToolOutcome.Status.EXECUTED || outcome.status() == ToolOutcome.Status.FAILED;
    }
}
