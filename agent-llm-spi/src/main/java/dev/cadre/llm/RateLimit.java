package dev.cadre.llm;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says how many calls may begin within a period: at most so many in any span of that length. Immutable.
 *
 * @param calls the number of calls, at least 1
 * @param period the length of the span, positive
 * @param nanoTime a clock in nanoseconds that never goes back
 * @param sleeper what waits
 */
public record RateLimit(int calls, Duration period, LongSupplier nanoTime, Sleeper sleeper) {

    /** Refuses limits that make no sense. */
    public RateLimit {
        if (calls < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "a rate limit needs at least 1 call in a positive period, found " + calls + " in " + period);
        }
    }

    /** Makes a limit by the system's clock. */
    public static RateLimit of(int calls, Duration period) {
        return new RateLimit(calls, period, System::nanoTime, Sleeper.system());
    }

    /** Makes a limit for one minute by the system's clock. */
    public static RateLimit perMinute(int calls) {
        return of(calls, Duration.ofMinutes(1));
    }
}
