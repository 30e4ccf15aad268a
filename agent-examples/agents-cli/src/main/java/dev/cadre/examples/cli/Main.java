package dev.cadre.examples.cli;

import dev.cadre.llm.CancellationToken;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Starts the command. Exit codes: 0 done, 1 not done, 2 unusable input or wrong usage. */
@Command(
        name = "agents",
        description = "Tries, checks and runs agent definitions.",
        mixinStandardHelpOptions = true,
        version = "agents 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CommandLine.HelpCommand.class)
public final class Main implements Runnable {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        // A library asks for a logger that nobody configured, and would say so before every answer.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        CancellationToken cancellation = CancellationToken.create();
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            cancellation.cancel();
            try {
                // The run ends its processes and tells how it ended before the JVM goes.
                done.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        int code;
        try {
            code = run(Surroundings.ofProcess(cancellation), args);
        } finally {
            done.countDown();
        }
        System.exit(code);
    }

    /** Runs one command and returns its exit code. */
    static int run(Surroundings world, String... args) {
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand("check", new CheckCommand(world));
        line.addSubcommand("show", new ShowCommand(world));
        line.addSubcommand("run", new RunCommand(world));
        line.addSubcommand("decide", new DecideCommand(world));
        line.addSubcommand("call", new CallCommand(world));
        line.addSubcommand("audit", new AuditCommand(world));
        line.addSubcommand("convert", new ConvertCommand(world));
        line.addSubcommand("schema", new SchemaCommand(world));
        line.setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((problem, arguments) -> wrongUsage(world, problem));
        line.setExecutionExceptionHandler((problem, command, result) -> failure(world, problem, result));
        int code = line.execute(args);
        world.out().flush();
        world.err().flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command; one of check, show, run, decide, call, audit, convert, schema is needed");
    }

    private static int wrongUsage(Surroundings world, ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName(" ");
        world.say(problem.getMessage() + " (see: " + command + " --help)");
        return UNUSABLE;
    }

    private static int failure(Surroundings world, Exception problem, ParseResult result) {
        if (problem instanceof UnusableInputException) {
            world.say(String.valueOf(problem.getMessage()));
            return UNUSABLE;
        }
        world.say(result.subcommand().commandSpec().name() + " failed: " + problem);
        if (world.environment().containsKey("AGENTS_DEBUG")) {
            problem.printStackTrace(world.err());
        } else {
            world.say("set AGENTS_DEBUG=1 to see where");
        }
        return FAILED;
    }
}
