package dev.cadre.core.registry;

import dev.cadre.core.diagnostic.SourceDiagnostics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports something about discovery. None of them is fatal: one bad file never hides the others.
 */
public final class Finding {

    /** What was found. Constants are added in later versions. */
    public enum Kind {
        /** A file can't be used; its diagnostics say why. */
        REFUSED,
        /** A file is loaded, with warnings. */
        WARNED,
        /** A file has no frontmatter, so it is documentation; name it explicitly to load it. */
        NOT_AN_AGENT,
        /** A definition of the same name from a higher scope or a nearer folder counts instead. */
        SHADOWED,
        /** Two definitions of one name stand in the same place; the first path in order counts. */
        DUPLICATE,
        /** A file is none that its product uses: it is switched off, or stands where the product does not look. */
        PASSED_OVER,
        /** A folder can't be listed or watched, or is cut off by a limit. */
        UNREADABLE
    }

    private final Kind kind;
    private final List<String> sources;
    private final String message;
    private final @Nullable SourceDiagnostics diagnostics;

    Finding(Kind kind, List<String> sources, String message, @Nullable SourceDiagnostics diagnostics) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.sources = List.copyOf(sources);
        this.message = Objects.requireNonNull(message, "message");
        this.diagnostics = diagnostics;
    }

    /** Returns what was found. */
    public Kind kind() {
        return kind;
    }

    /** Returns the paths that it is about; for two definitions of one name first the one that counts. */
    public List<String> sources() {
        return sources;
    }

    /** Returns one sentence for people. */
    public String message() {
        return message;
    }

    /** Returns what the reader said, for files that were read. */
    public Optional<SourceDiagnostics> diagnostics() {
        return Optional.ofNullable(diagnostics);
    }

    @Override
    public String toString() {
        return kind + ": " + message;
    }
}
