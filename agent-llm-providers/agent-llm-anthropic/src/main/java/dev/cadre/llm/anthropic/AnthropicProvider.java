package dev.cadre.llm.anthropic;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProvider;
import dev.cadre.llm.LlmSettings;

/**
 * Makes clients of Anthropic's Messages API, and of servers that speak it.
 *
 * <p>The key is {@link LlmSettings#apiKey()}, else {@code ANTHROPIC_API_KEY} of {@link LlmSettings#environment}; the
 * address {@link LlmSettings#baseUrl()}, else {@code ANTHROPIC_BASE_URL}, else {@code https://api.anthropic.com}. The
 * process environment itself is not read. Connections go through the proxy of the JVM's {@code https.proxyHost} and
 * its siblings.
 *
 * <p>Models are named by id or by the aliases {@code fable}, {@code haiku}, {@code opus} and {@code sonnet}, which
 * stand for the newest of each that this version knows.
 *
 * <p>The property {@code cache} is {@code on} or {@code off}: whether stable parts of a request are marked for the
 * prompt cache. It is on by default.
 *
 * <pre>{@code
 * LlmSettings settings = LlmSettings.builder().environment(System.getenv()).build();
 * try (LlmClient claude = new AnthropicProvider().create(settings)) {
 *     String model = claude.resolveModel("sonnet").orElseThrow();
 *     LlmResponse response = claude.generate(LlmRequest.builder(model, List.of(Message.user("Hello"))).build());
 * }
 * }</pre>
 *
 * <p>Immutable; holds no state.
 */
public final class AnthropicProvider implements LlmProvider {

    /** Makes the provider; {@link java.util.ServiceLoader} does. */
    public AnthropicProvider() {}

    @Override
    public String id() {
        return "anthropic";
    }

    /**
     * Makes a client; opens no connection.
     *
     * @throws dev.cadre.llm.LlmAuthenticationException if there is no key, or the key has characters that none can have
     * @throws IllegalArgumentException if the address is not absolute, or a property is unknown
     */
    @Override
    public LlmClient create(LlmSettings settings) {
        return new MessagesClient(AnthropicSettings.from(settings));
    }
}
