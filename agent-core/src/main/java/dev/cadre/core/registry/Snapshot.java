package dev.cadre.core.registry;

import dev.cadre.core.definition.AgentDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Is what a registry held at one time: definitions by name, and everything that was found about them. Immutable.
 */
public final class Snapshot {

    private final Map<String, Entry> entries;
    private final List<Finding> findings;

    Snapshot(Map<String, Entry> entries, List<Finding> findings) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.findings = List.copyOf(findings);
    }

    /** Returns this with more findings. */
    Snapshot with(List<Finding> more) {
        return new Snapshot(
                entries, Stream.concat(findings.stream(), more.stream()).toList());
    }

    /** Finds a definition by its id, which is its name but in plugins; case matters. */
    public Optional<AgentDefinition> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::definition);
    }

    /**
     * Returns a definition by its name.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public AgentDefinition get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no agent \"" + name + "\"; there are "
                        + (entries.isEmpty() ? "none" : String.join(", ", entries.keySet()))));
    }

    /** Returns the definitions that count, by id, in the order of scopes and paths. */
    public Map<String, Entry> entries() {
        return entries;
    }

    /** Returns everything that was found about files and names. */
    public List<Finding> findings() {
        return findings;
    }
}
