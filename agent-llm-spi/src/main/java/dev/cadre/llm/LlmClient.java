package dev.cadre.llm;

import java.util.Optional;

/**
 * Makes model calls to one provider with one account.
 *
 * <p>Implementations must be thread-safe and must hold no static state: two clients with two keys never meet.
 */
public interface LlmClient extends AutoCloseable {

    /**
     * Makes one call and blocks until the response is complete.
     *
     * <p>Implementations must tell the listener text as it arrives, must end the call soon after the token is cancelled,
     * and must throw the leaf of {@link LlmException} that names the remedy.
     *
     * @throws LlmCancelledException if the token was cancelled
     * @throws LlmException if there is no usable response
     */
    LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation);

    /** Returns the model that is used when nobody names one. */
    String defaultModel();

    /**
     * Returns the id of a model that a definition names, by alias or id; empty if this client does not serve it.
     *
     * <p>By default every name is taken as an id. Aliases such as {@code sonnet} belong to their vendor's clients.
     */
    default Optional<String> resolveModel(String name) {
        return Optional.of(name);
    }

    /** Makes one call without a listener or cancellation. */
    default LlmResponse generate(LlmRequest request) {
        return generate(request, LlmListener.none(), CancellationToken.create());
    }

    /** Releases connections; idempotent. */
    @Override
    default void close() {}
}
