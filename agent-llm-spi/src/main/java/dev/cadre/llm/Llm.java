package dev.cadre.llm;

import java.util.ArrayList;
import java.util.List;

/**
 * Wraps clients in others: each adds one thing, and they compose in the order in which they are written.
 *
 * <pre>{@code
 * LlmClient client = Llm.fallback(
 *         Llm.retrying(Llm.rateLimited(anthropic, RateLimit.perMinute(50)), RetryPolicy.defaults()),
 *         openai);
 * }</pre>
 *
 * <p>Here every attempt of the first client waits for its turn, three more attempts follow one that may pass by itself,
 * and when the last has failed the second client is asked. A wrapper closes what it wraps. All are thread-safe.
 */
public final class Llm {

    private Llm() {}

    /**
     * Asks clients in order until one answers.
     *
     * <p>The first gets the request as it is, each other its own {@link LlmClient#defaultModel()}, for a model's name
     * means nothing to another provider. The next is asked after every failure except cancellation and a request that
     * would be refused anywhere ({@link LlmRequestException}). If all fail, the last failure that may pass by itself is
     * thrown, else the last one; it carries the others as suppressed.
     */
    public static LlmClient fallback(LlmClient first, LlmClient... others) {
        List<LlmClient> clients = new ArrayList<>();
        clients.add(first);
        clients.addAll(List.of(others));
        return new FallbackClient(clients);
    }

    /**
     * Repeats calls that fail with an {@link LlmRetryableException}, after a pause.
     *
     * <p>The pause is what the provider asked for, if that is longer than the policy's own; a provider that asks for more
     * than the policy's longest pause is not waited for. Cancellation ends a pause at once.
     */
    public static LlmClient retrying(LlmClient client, RetryPolicy policy) {
        return new RetryingClient(client, policy);
    }

    /** Holds calls back so that no more than the limit begin in any of its periods; first come, first served. */
    public static LlmClient rateLimited(LlmClient client, RateLimit limit) {
        return new RateLimitedClient(client, limit);
    }

    /**
     * Answers a request that equals an earlier one from a cache.
     *
     * <p>Made for tests, evaluations and lookups: an answer from the cache has no usage, for it cost nothing, and has the
     * tool call ids of the first answer. Refusals and pauses are not kept.
     */
    public static LlmClient caching(LlmClient client, LlmCache cache) {
        return new CachingClient(client, cache);
    }
}
