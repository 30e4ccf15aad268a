package dev.cadre.llm;

import java.time.Duration;

/** Waits within a call, in the way that the contract of {@link LlmClient} demands. */
final class Pauses {

    private Pauses() {}

    static void pause(Sleeper sleeper, Duration time, CancellationToken cancellation) {
        if (!time.isNegative() && !time.isZero() && !cancellation.isCancelled()) {
            try {
                sleeper.sleep(time, cancellation);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LlmCancelledException("interrupted while waiting for the next attempt", e);
            }
        }
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException("cancelled while waiting for the next attempt", null);
        }
    }
}
