package dev.cadre.core.run;

import java.time.Duration;

/**
 * Bounds a run. The bounds of host and definition hold together; the smaller wins.
 *
 * @param turns how often the model may answer
 * @param tokens how many tokens all answers may use together
 * @param time how long the run may take; a call that is under way ends first
 */
public record RunLimits(int turns, long tokens, Duration time) {

    /** 100 turns, ten million tokens, one hour. */
    public static final RunLimits DEFAULT = new RunLimits(100, 10_000_000, Duration.ofHours(1));

    /** Refuses limits that allow nothing. */
    public RunLimits {
        if (turns < 1 || tokens < 1 || time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(
                    "limits must be positive, found turns=" + turns + ", tokens=" + tokens + ", time=" + time);
        }
    }

    /** Returns these limits with at most so many turns. */
    public RunLimits withTurns(int atMost) {
        return new RunLimits(Math.min(turns, atMost), tokens, time);
    }

    /** Returns these limits with at most so much time. */
    public RunLimits withTime(Duration atMost) {
        return new RunLimits(turns, tokens, time.compareTo(atMost) <= 0 ? time : atMost);
    }
}
