package dev.cadre.core.structure;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number with its unit, as a quality standard states it.
 *
 * @param bound which side of the number is good
 * @param value the number
 * @param unit the unit as written, such as {@code ms}, {@code %} or {@code characters}; empty if there is none
 */
public record Measure(Bound bound, BigDecimal value, String unit) {

    /** Which side of a number is good. */
    public enum Bound {
        /** Below the number, itself excluded. */
        BELOW,
        /** At most the number. */
        AT_MOST,
        /** The number itself; also where the text does not say. */
        EXACTLY,
        /** At least the number. */
        AT_LEAST,
        /** Above the number, itself excluded. */
        ABOVE
    }

    /** Checks that nothing is null. */
    public Measure {
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
    }
}
