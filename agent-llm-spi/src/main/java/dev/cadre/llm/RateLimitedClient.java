package dev.cadre.llm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Holds calls back; see {@link Llm#rateLimited}. */
final class RateLimitedClient extends DelegatingClient {

    private final RateLimit limit;
    private final Deque<Long> starts = new ArrayDeque<>();

    RateLimitedClient(LlmClient client, RateLimit limit) {
        super(client);
        this.limit = limit;
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        Pauses.pause(limit.sleeper(), reserve(), cancellation);
        return client.generate(request, listener, cancellation);
    }

    /** Takes the next free moment, which stays taken even if the call is cancelled meanwhile, and returns the way to it. */
    private synchronized Duration reserve() {
        long now = limit.nanoTime().getAsLong();
        long start = now;
        if (starts.size() == limit.calls()) {
            long free = starts.removeFirst() + limit.period().toNanos();
            start = free - now > 0 ? free : now;
        }
        starts.addLast(start);
        return Duration.ofNanos(start - now);
    }
}
