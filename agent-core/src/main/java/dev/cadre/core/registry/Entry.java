package dev.cadre.core.registry;

import dev.cadre.core.definition.AgentDefinition;
import java.util.Objects;

/**
 * Is a definition in a registry.
 *
 * @param scope who provides it
 * @param source where it was found, such as a path
 * @param definition the definition
 * @param id what the registry knows it by: its name, or {@code plugin:folder:name} for an agent of a plugin
 */
public record Entry(Scope scope, String source, AgentDefinition definition, String id) {

    /** Checks that nothing is missing. */
    public Entry {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(id, "id");
    }

    /** Makes an entry that is known by its name. */
    public Entry(Scope scope, String source, AgentDefinition definition) {
        this(scope, source, definition, definition.name());
    }
}
