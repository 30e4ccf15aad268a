package dev.cadre.examples.cli;

import dev.cadre.core.definition.Reading;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what a definition says, and what its prompt asks for. */
@Command(
        name = "show",
        description =
                "Shows a definition and what its prompt says: role, workflow, checklists, deliverables, standards and more.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    private final Surroundings world;

    @Parameters(paramLabel = "FILE", description = "The definition.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Mixin
    private OutputFormat format = new OutputFormat();

    ShowCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        boolean json = format.isJson();
        Reading reading = Definitions.read(file, world);
        ShowJson shown = ShowJson.of(reading);
        world.out().print(json ? JsonLines.write(shown.toJson()) + "\n" : ShowText.of(shown.toJson()));
        return 0;
    }
}
