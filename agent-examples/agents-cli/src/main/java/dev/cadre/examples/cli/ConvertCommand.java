package dev.cadre.examples.cli;

import dev.cadre.core.convert.Conversion;
import dev.cadre.core.convert.DefinitionConverter;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.dialect.Dialect;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a definition in another dialect. */
@Command(
        name = "convert",
        description = "Writes a definition in another dialect to standard output, and what is lost to standard error.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:written", "1:refused, because it would allow more than before", "2:unusable input"})
final class ConvertCommand implements Callable<Integer> {

    private final Surroundings world;

    @Parameters(paramLabel = "FILE", description = "The definition.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIALECT",
            description = "The dialect, such as copilot or opencode.")
    private String to = "";

    @Option(names = "--lossy", description = "Writes it even if it allows more than before.")
    private boolean lossy;

    ConvertCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        Dialect dialect = Dialect.of(to)
                .filter(DefinitionConverter.targets()::contains)
                .orElseThrow(() -> new UnusableInputException("can't write \"" + to + "\"; expected one of "
                        + DefinitionConverter.targets().stream()
                                .map(Dialect::id)
                                .collect(Collectors.joining(", "))));
        AgentDefinition definition = Definitions.load(file, world);
        Conversion conversion = DefinitionConverter.convert(definition, dialect);
        conversion.losses().forEach(loss -> world.say("lost: " + loss));
        conversion.widenings().forEach(widening -> world.say("would allow more: " + widening));
        if (conversion.isWidening() && !lossy) {
            world.say("nothing was written; --lossy writes it all the same");
            return 1;
        }
        world.out().print(conversion.text());
        return 0;
    }
}
