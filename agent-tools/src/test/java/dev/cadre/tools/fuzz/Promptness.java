package dev.cadre.tools.fuzz;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Fails when work takes too long again and again: a machine that is busy with others, or with compiling, takes long only
 * now and then.
 */
public final class Promptness {

    private static final long LIMIT = Duration.ofMillis(50).toNanos();
    private static final int CHANCES = 20;

    private Promptness() {}

    /** Returns what the work returns. */
    public static <T> T promptly(Supplier<T> work) {
        long shortest = Long.MAX_VALUE;
        for (int chance = 0; chance < CHANCES; chance++) {
            long start = System.nanoTime();
            T result = work.get();
            shortest = Math.min(shortest, System.nanoTime() - start);
            if (shortest <= LIMIT) {
                return result;
            }
        }
        throw new AssertionError("it took at least " + shortest / 1_000_000 + " ms, " + CHANCES + " times in a row");
    }
}
