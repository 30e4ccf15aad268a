package dev.cadre.core.diagnostic;

import java.util.List;

/**
 * Writes diagnostics in one format. Implementations are immutable.
 */
public interface DiagnosticRenderer {

    /** Writes the findings of several files; the text ends with a line break unless it is empty. */
    String render(List<SourceDiagnostics> files);

    /** Returns the renderer for people: place, message, the source line with a caret, and the fix, as compilers do. */
    static DiagnosticRenderer text() {
        return new TextRenderer();
    }

    /** Returns the renderer of JSON Lines: one object a file with its {@code path} and {@code diagnostics}. */
    static DiagnosticRenderer json() {
        return new JsonRenderer();
    }

    /** Returns the renderer of one SARIF 2.1.0 log of all files, which code hosts show beside the lines. */
    static DiagnosticRenderer sarif() {
        return new SarifRenderer();
    }
}
