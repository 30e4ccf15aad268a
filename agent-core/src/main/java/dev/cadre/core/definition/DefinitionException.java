package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticRenderer;
import dev.cadre.core.diagnostic.SourceDiagnostics;
import java.util.List;

/**
 * Reports that a source is no usable definition; remedy: correct the source.
 *
 * <p>The message shows every error as {@code source:line:column: …}; {@link #diagnostics()} has all findings as data.
 */
public final class DefinitionException extends AgentException {

    private static final long serialVersionUID = 1L;

    private final transient Reading reading;

    DefinitionException(Reading reading) {
        super(message(reading));
        this.reading = reading;
    }

    private static String message(Reading reading) {
        List<Diagnostic> errors =
                reading.diagnostics().stream().filter(Diagnostic::isError).toList();
        return DiagnosticRenderer.text()
                .render(List.of(new SourceDiagnostics(reading.source(), errors)))
                .strip();
    }

    /** Returns all findings, warnings too, in the order of the source; empty after deserialization. */
    @SuppressWarnings("ConstantValue")
    public List<Diagnostic> diagnostics() {
        return reading == null ? List.of() : reading.diagnostics();
    }
}
