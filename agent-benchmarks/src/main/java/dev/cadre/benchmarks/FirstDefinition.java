package dev.cadre.benchmarks;

import dev.cadre.core.definition.AgentDefinition;
import java.nio.file.Path;

/** Loads one definition in a fresh JVM and ends. */
final class FirstDefinition {

    private FirstDefinition() {}

    /** Loads the file that is named. */
    public static void main(String[] args) {
        System.out.println(AgentDefinition.load(Path.of(args[0])).name());
    }
}
