package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.SourceText;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.llm.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is what came of reading one source: the definition, unless an error forbids it, and every finding.
 *
 * <p>Immutable. Holds the decoded text; keep {@link #definition()} rather than the reading.
 */
public final class Reading {

    private final SourceText source;
    private final Dialect dialect;
    private final @Nullable AgentDefinition definition;
    private final @Nullable AgentDefinition seen;
    private final List<Diagnostic> diagnostics;

    // "seen" is what could be read of a refused source; it is shown to people and never leaves this package.
    Reading(
            SourceText source,
            Dialect dialect,
            @Nullable AgentDefinition definition,
            @Nullable AgentDefinition seen,
            List<Diagnostic> diagnostics) {
        this.source = Objects.requireNonNull(source, "source");
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.definition = definition;
        this.seen = seen;
        this.diagnostics = Json.list(diagnostics);
    }

    /** Returns the definition; empty if one of the findings is an error. */
    public Optional<AgentDefinition> definition() {
        return Optional.ofNullable(definition);
    }

    Optional<AgentDefinition> seen() {
        return Optional.ofNullable(seen);
    }

    /** Returns all findings, in the order of the source. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Returns the decoded text; as far as it could be decoded if there was an error. */
    public SourceText source() {
        return source;
    }

    /** Returns the format that the source was taken for. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Returns the definition.
     *
     * @throws DefinitionException if one of the findings is an error
     */
    public AgentDefinition orThrow() {
        if (definition == null) {
            throw new DefinitionException(this);
        }
        return definition;
    }

    /** Returns the stable object that {@code agents check --json} prints for a file. */
    public Map<String, Object> toJson() {
        return ReadingJson.of(this);
    }
}
