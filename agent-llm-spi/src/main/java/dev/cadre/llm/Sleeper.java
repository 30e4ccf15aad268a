package dev.cadre.llm;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits. Tests and durable engines put their own in the place of {@link #system()}.
 *
 * <p>Implementations must be thread-safe and must return soon after the token is cancelled.
 */
@FunctionalInterface
public interface Sleeper {

    /**
     * Blocks for a time, or until the token is cancelled.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration time, CancellationToken cancellation) throws InterruptedException;

    /** Returns the sleeper that blocks the calling thread by the system's clock. */
    static Sleeper system() {
        return (time, cancellation) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            CancellationToken.Registration registration = cancellation.onCancel(cancelled::countDown);
            try {
                boolean ended = cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS);
                assert !ended || cancellation.isCancelled();
            } finally {
                registration.close();
            }
        };
    }
}
