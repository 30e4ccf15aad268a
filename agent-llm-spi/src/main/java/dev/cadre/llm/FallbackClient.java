package dev.cadre.llm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks clients in order until one answers; see {@link Llm#fallback}. */
final class FallbackClient implements LlmClient {

    private final List<LlmClient> clients;

    FallbackClient(List<LlmClient> clients) {
        this.clients = Json.list(clients);
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        RestartableListener restartable = new RestartableListener(listener);
        LlmException failure = null;
        for (LlmClient client : clients) {
            LlmRequest own = failure == null
                    ? request
                    : request.toBuilder().model(client.defaultModel()).build();
            try {
                restartable.restart();
                return client.generate(own, restartable, cancellation);
            } catch (LlmCancelledException | LlmRequestException e) {
                throw withSuppressed(e, failure);
            } catch (LlmException e) {
                failure = worse(failure, e);
            }
        }
        if (failure == null) {
            throw new IllegalStateException("a fallback has no clients");
        }
        throw failure;
    }

    private static LlmException worse(@Nullable LlmException before, LlmException now) {
        if (before instanceof LlmRetryableException && !(now instanceof LlmRetryableException)) {
            return withSuppressed(before, now);
        }
        return withSuppressed(now, before);
    }

    private static <E extends LlmException> E withSuppressed(E failure, @Nullable LlmException other) {
        if (other != null && other != failure) {
            failure.addSuppressed(other);
        }
        return failure;
    }

    @Override
    public String defaultModel() {
        return clients.get(0).defaultModel();
    }

    @Override
    public Optional<String> resolveModel(String name) {
        return clients.get(0).resolveModel(name);
    }

    @Override
    public void close() {
        clients.forEach(LlmClient::close);
    }
}
