package dev.cadre.llm;

import java.util.List;
import java.util.Optional;

/** Answers equal requests from a cache; see {@link Llm#caching}. */
final class CachingClient extends DelegatingClient {

    private static final List<StopReason> KEPT =
            List.of(StopReason.END_TURN, StopReason.TOOL_USE, StopReason.MAX_TOKENS, StopReason.STOP_SEQUENCE);

    private final LlmCache cache;

    CachingClient(LlmClient client, LlmCache cache) {
        super(client);
        this.cache = cache;
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException("cancelled before the cache was asked", null);
        }
        Optional<LlmResponse> kept = cache.get(request);
        if (kept.isPresent()) {
            return replay(kept.orElseThrow(), listener);
        }
        LlmResponse response = client.generate(request, listener, cancellation);
        if (KEPT.contains(response.stopReason())) {
            cache.put(request, response);
        }
        return response;
    }

    private static LlmResponse replay(LlmResponse kept, LlmListener listener) {
        kept.message().tellTo(listener);
        return new LlmResponse(
                kept.message(), kept.stopReason(), TokenUsage.NONE, kept.model(), kept.requestId(), kept.stopDetail());
    }
}
