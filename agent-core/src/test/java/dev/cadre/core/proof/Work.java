package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures what an action costs the current thread: processor time and memory, not time on the clock, so that a busy
 * machine changes nothing.
 */
final class Work {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ATTEMPTS = 3;

    // Some forty times what reading costs; a step that is quadratic in the length costs thousands of times it.
    private static final long NANOS = 400_000_000;
    private static final long NANOS_PER_CHAR = 2_000;
    // The fuzzer's own hooks allocate as well, some kilobytes a line.
    private static final long BYTES = 64 << 20;
    private static final long BYTES_PER_CHAR = 16 << 10;

    private Work() {}

    /** Fails if an action on an input of a length costs more than a linear one may, three times in a row. */
    static void assertLinear(int length, Runnable action) {
        long nanos = Long.MAX_VALUE;
        long bytes = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS; i++) {
            long thread = Thread.currentThread().getId();
            long bytesBefore = THREADS.getThreadAllocatedBytes(thread);
            long nanosBefore = THREADS.getCurrentThreadCpuTime();
            action.run();
            nanos = Math.min(nanos, THREADS.getCurrentThreadCpuTime() - nanosBefore);
            bytes = Math.min(bytes, THREADS.getThreadAllocatedBytes(thread) - bytesBefore);
            if (nanos <= NANOS + NANOS_PER_CHAR * length && bytes <= BYTES + BYTES_PER_CHAR * length) {
                return;
            }
        }
        assertThat(nanos).as("processor time in ns for " + length).isLessThanOrEqualTo(NANOS + NANOS_PER_CHAR * length);
        assertThat(bytes).as("memory for " + length).isLessThanOrEqualTo(BYTES + BYTES_PER_CHAR * length);
    }
}
