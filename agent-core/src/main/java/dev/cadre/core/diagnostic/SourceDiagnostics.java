package dev.cadre.core.diagnostic;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Objects;

/**
 * Pairs a source text with what was found in it.
 *
 * @param source the text
 * @param diagnostics the findings, in the order of the text
 */
public record SourceDiagnostics(SourceText source, List<Diagnostic> diagnostics) {

    /** Copies the list. */
    public SourceDiagnostics {
        Objects.requireNonNull(source, "source");
        diagnostics = Json.list(diagnostics);
    }
}
