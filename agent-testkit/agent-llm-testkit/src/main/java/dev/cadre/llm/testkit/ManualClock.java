package dev.cadre.llm.testkit;

import dev.cadre.llm.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Is a clock that stands still until a test moves it on. Thread-safe.
 *
 * <p>It starts at the first of January 2026, 00:00 UTC.
 */
public final class ManualClock extends Clock {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Duration elapsed = Duration.ZERO;

    private ManualClock() {}

    /** Makes a clock. */
    public static ManualClock create() {
        return new ManualClock();
    }

    /** Moves the clock on. */
    public synchronized void advance(Duration time) {
        elapsed = elapsed.plus(time);
    }

    /** Returns the time since the start. */
    public synchronized Duration elapsed() {
        return elapsed;
    }

    /** Returns the time since the start in nanoseconds, for what asks a {@link System#nanoTime()}. */
    public long nanoTime() {
        return elapsed().toNanos();
    }

    /** Returns a sleeper that moves the clock on in place of waiting. */
    public Sleeper sleeper() {
        return (time, cancellation) -> advance(time);
    }

    @Override
    public Instant instant() {
        return START.plus(elapsed());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Returns this clock; it knows no other zone than UTC. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
