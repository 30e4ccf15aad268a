package dev.cadre.core.registry;

import dev.cadre.core.definition.AgentDefinition;
import java.util.Objects;

/**
 * Is a definition in a registry.
 *
 * @param scope who provides it
 * @param source where it was found, such as a path
 * @param definition the definition
 */
public record Entry(Scope scope, String source, AgentDefinition definition) {

    /** Checks that nothing is missing. */
    public Entry {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(definition, "definition");
    }
}
