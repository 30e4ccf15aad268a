package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * A standard that the work must meet.
 *
 * @param text the statement, such as {@code Response Time: <200ms for 95% requests}
 * @param measures the numbers in it, in order; empty where the standard has none
 * @param span where it stands
 */
public record QualityStandard(String text, List<Measure> measures, Span span) implements Located {

    /** Copies the measures. */
    public QualityStandard {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(span, "span");
        measures = List.copyOf(measures);
    }
}
