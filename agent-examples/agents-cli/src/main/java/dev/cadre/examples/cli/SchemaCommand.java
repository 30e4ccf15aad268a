package dev.cadre.examples.cli;

import dev.cadre.core.definition.DefinitionSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of frontmatters. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a frontmatter in Claude Code's format, for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    private final Surroundings world;

    SchemaCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        world.out().print(DefinitionSchema.json());
        return 0;
    }
}
