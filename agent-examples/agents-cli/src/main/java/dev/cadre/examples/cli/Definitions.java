package dev.cadre.examples.cli;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.DiagnosticRenderer;
import dev.cadre.core.diagnostic.SourceDiagnostics;
import java.nio.file.Path;
import java.util.List;

/** Loads the one definition that a command is about. */
final class Definitions {

    private Definitions() {}

    /**
     * Reads a file, and tells on standard error what is wrong with it.
     *
     * @throws UnusableInputException if it does not load
     */
    static Reading read(Path file, Surroundings world) {
        Reading reading = DefinitionReader.create().read(file);
        world.err()
                .print(DiagnosticRenderer.text()
                        .render(List.of(new SourceDiagnostics(reading.source(), reading.diagnostics()))));
        if (reading.definition().isEmpty()) {
            throw new UnusableInputException("\"" + file + "\" does not load; see above");
        }
        return reading;
    }

    static AgentDefinition load(Path file, Surroundings world) {
        return read(file, world).orThrow();
    }
}
