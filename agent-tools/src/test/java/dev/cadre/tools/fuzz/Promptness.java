package dev.cadre.tools.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Fails when work takes too long again and again. Counts the processor time of the thread: a machine that is busy with
 * others takes no more of it, and one that is still compiling only now and then.
 */
public final class Promptness {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LIMIT = Duration.ofMillis(50).toNanos();
    private static final int CHANCES = 20;

    private Promptness() {}

    /** Returns what the work returns. */
    public static <T> T promptly(Supplier<T> work) {
        long shortest = Long.MAX_VALUE;
        for (int chance = 0; chance < CHANCES; chance++) {
            long start = THREADS.getCurrentThreadCpuTime();
            T result = work.get();
            shortest = Math.min(shortest, THREADS.getCurrentThreadCpuTime() - start);
            if (shortest <= LIMIT) {
                return result;
            }
        }
        throw new AssertionError("it took at least " + shortest / 1_000_000 + " ms, " + CHANCES + " times in a row");
    }
}
