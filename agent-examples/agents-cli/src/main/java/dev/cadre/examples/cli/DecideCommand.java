package dev.cadre.examples.cli;

import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.ToolExecutor;
import dev.cadre.tools.permission.PermissionPolicy;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides calls without running them. */
@Command(
        name = "decide",
        description = {
            "Decides on calls read from standard input, one JSON object a line:",
            "{\"id\", \"policy\", \"tool\", \"input\"}; answers with one line each."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every line was answered", "1:some could not be", "2:wrong usage"})
final class DecideCommand implements Callable<Integer> {

    private final Surroundings world;

    @Option(names = "--explain", description = "Adds all steps that were considered.")
    private boolean explain;

    @Mixin
    private SandboxChoice sandboxes = new SandboxChoice();

    @Mixin
    private OutputFormat format = new OutputFormat();

    DecideCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        format.requireJson();
        return new LineAnswers(world, sandboxes.sandbox()).answer(this::decide);
    }

    private Map<String, Object> decide(CallLine line, PermissionPolicy policy, ToolExecutor executor) {
        PlannedCall planned = executor.plan(line.call());
        Map<String, Object> answer = DecisionJson.of(line.id(), planned, policy);
        if (explain) {
            answer.put("steps", DecisionJson.chain(planned, policy));
        }
        return answer;
    }
}
