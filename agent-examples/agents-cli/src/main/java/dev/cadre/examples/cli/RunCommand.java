package dev.cadre.examples.cli;

import dev.cadre.core.Agent;
import dev.cadre.core.AgentSetupException;
import dev.cadre.core.RunOptions;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.ApprovalHandler;
import dev.cadre.llm.LlmException;
import dev.cadre.tools.AuditException;
import dev.cadre.tools.FileAuditLog;
import dev.cadre.tools.WorkspaceException;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.RuleSyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a definition on a folder. */
@Command(
        name = "run",
        description = "Runs an agent on a folder; its answer goes to standard output, what it does to standard error.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:completed", "1:not completed", "2:unusable input"})
final class RunCommand implements Callable<Integer> {

    private final Surroundings world;

    @Parameters(index = "0", paramLabel = "FILE", description = "The definition.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PROMPT", description = "What the agent should do.")
    private List<String> prompt = new ArrayList<>();

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "The folder to work on; by default the current one.")
    private Path workspace = Path.of("");

    @Option(
            names = {"-p", "--provider"},
            paramLabel = "PROVIDER[/MODEL]",
            description = "The model; by default that of a key in the environment, else offline.")
    private @Nullable String provider;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "The permission mode; acceptEdits unless told otherwise.")
    private String mode = PermissionMode.ACCEPT_EDITS.word();

    @Option(
            names = "--allow",
            paramLabel = "RULE",
            description = "Lets calls run without asking, such as \"Bash(git status:*)\".")
    private List<String> allow = new ArrayList<>();

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = "Records every call in this log, outside of the folder to work on.")
    private @Nullable Path audit;

    @Mixin
    private OutputFormat format = new OutputFormat();

    RunCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        boolean json = format.isJson();
        String task = String.join(" ", prompt);
        if (task.isBlank()) {
            throw new UnusableInputException("the prompt is empty; say what the agent should do");
        }
        AgentDefinition definition = Definitions.load(file, world);
        RunView view = json
                ? new JsonView(world.out())
                : world.terminal().draws()
                        ? new LiveView(world.err(), world.terminal().columns())
                        : new PlainView(world.err());
        try (FileAuditLog log = auditLog();
                Agent agent = agent(definition, view, log)) {
            AgentResult result = run(agent, task, view);
            if (!json) {
                world.out().println(EventText.printable(result.text().stripTrailing()));
            }
            if (!result.isCompleted()) {
                world.say("the run did not complete: " + outcome(result));
            }
            return result.isCompleted() ? 0 : 1;
        } catch (LlmException e) {
            return failed(json, String.valueOf(e.getMessage()));
        }
    }

    private static String outcome(AgentResult result) {
        return result.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private AgentResult run(Agent agent, String task, RunView view) {
        try (view) {
            return agent.run(
                    task,
                    RunOptions.builder()
                            .listener(view)
                            .cancellation(world.cancellation())
                            .build());
        }
    }

    private @Nullable FileAuditLog auditLog() {
        try {
            return audit == null
                    ? null
                    : FileAuditLog.builder(audit, workspace.toAbsolutePath()).build();
        } catch (AuditException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()));
        }
    }

    private Agent agent(AgentDefinition definition, RunView view, @Nullable FileAuditLog log) {
        if (!Files.isDirectory(workspace.toAbsolutePath())) {
            throw new UnusableInputException("the workspace \"" + workspace + "\" is no folder; name one with -w");
        }
        PermissionMode hostMode = PermissionMode.of(mode)
                .orElseThrow(() -> new UnusableInputException("unknown permission mode \"" + mode
                        + "\"; expected one of " + String.join(", ", PermissionMode.words())));
        try {
            Agent.Builder agent = Agent.builder(definition)
                    .workspace(workspace.toAbsolutePath())
                    .mode(hostMode)
                    .approvals(world.terminal().asks() ? new PersonAtTerminal(world, view) : ApprovalHandler.denyAll());
            allow.forEach(agent::allow);
            if (log != null) {
                agent.audit(log.forAgent(definition.name()));
            }
            new ProviderChoice(world).apply(agent, provider);
            return agent.build();
        } catch (RuleSyntaxException
                | WorkspaceException
                | AgentSetupException
                | LlmException
                | IllegalArgumentException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()));
        }
    }

    private int failed(boolean json, String message) {
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("type", "result");
            result.put("outcome", "failed");
            result.put("error", message);
            world.out().println(JsonLines.write(result));
        }
        world.say(message);
        return 1;
    }
}
