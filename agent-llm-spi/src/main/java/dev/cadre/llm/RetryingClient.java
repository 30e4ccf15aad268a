package dev.cadre.llm;

import java.time.Duration;

/** Repeats calls that may succeed later; see {@link Llm#retrying}. */
final class RetryingClient extends DelegatingClient {

    private final RetryPolicy policy;

    RetryingClient(LlmClient client, RetryPolicy policy) {
        super(client);
        this.policy = policy;
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        RestartableListener restartable = new RestartableListener(listener);
        for (int attempt = 1; true; attempt++) {
            try {
                restartable.restart();
                return client.generate(request, restartable, cancellation);
            } catch (LlmRetryableException e) {
                Duration pause = policy.pauseAfter(attempt);
                Duration asked = e.retryAfter().orElse(Duration.ZERO);
                if (attempt >= policy.maxAttempts() || asked.compareTo(policy.maxPause()) > 0) {
                    throw e;
                }
                Pauses.pause(policy.sleeper(), asked.compareTo(pause) > 0 ? asked : pause, cancellation);
            }
        }
    }
}
