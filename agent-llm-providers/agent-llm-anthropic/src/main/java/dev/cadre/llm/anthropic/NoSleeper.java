package dev.cadre.llm.anthropic;

import com.anthropic.core.Sleeper;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Stands in for the SDK's sleeper, which keeps a thread for each client to wait between the retries that are off. */
final class NoSleeper implements Sleeper {

    @Override
    public void sleep(Duration duration) {
        throw new IllegalStateException("the SDK was told not to retry");
    }

    @Override
    public CompletableFuture<Void> sleepAsync(Duration duration) {
        throw new IllegalStateException("the SDK was told not to retry");
    }

    @Override
    public void close() {}
}
