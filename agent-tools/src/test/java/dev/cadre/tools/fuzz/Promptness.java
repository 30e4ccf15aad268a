package dev.cadre.tools.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Fails when work takes too long again and again. Counts the thread's own processor time: a machine that is busy with
 * others, or with compiling, is no finding.
 */
public final class Promptness {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LIMIT = Duration.ofMillis(50).toNanos();
    private static final int CHANCES = 6;

    private Promptness() {}

    /** Returns what the work returns. */
    public static <T> T promptly(Supplier<T> work) {
        long taken = 0;
        for (int chance = 0; chance < CHANCES; chance++) {
            long start = THREADS.getCurrentThreadCpuTime();
            T result = work.get();
            taken = THREADS.getCurrentThreadCpuTime() - start;
            if (taken <= LIMIT) {
                return result;
            }
        }
        throw new AssertionError("it took " + taken / 1_000_000 + " ms, " + CHANCES + " times in a row");
    }
}
