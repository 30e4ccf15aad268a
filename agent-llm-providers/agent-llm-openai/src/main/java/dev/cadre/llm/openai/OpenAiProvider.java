package dev.cadre.llm.openai;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProvider;
import dev.cadre.llm.LlmSettings;

/**
 * Makes clients of OpenAI's Responses and Chat Completions APIs, and of servers that speak one of them: Ollama,
 * llama.cpp, vLLM, LM Studio, OpenRouter, Azure and others.
 *
 * <p>The key is {@link LlmSettings#apiKey()}, else {@code OPENAI_API_KEY} of {@link LlmSettings#environment}; the
 * address {@link LlmSettings#baseUrl()}, else {@code OPENAI_BASE_URL}, else {@code https://api.openai.com/v1}. It ends
 * with the version, as in {@code http://localhost:11434/v1}. Other addresses than OpenAI's need no key. The process
 * environment itself is not read. Connections go through the proxy of the JVM's {@code https.proxyHost} and its
 * siblings.
 *
 * <p>The property {@code api} is {@code responses} or {@code chat}. Without it OpenAI is asked through Responses, every
 * other address through Chat Completions.
 *
 * <pre>{@code
 * LlmSettings settings = LlmSettings.builder()
 *         .baseUrl(URI.create("http://localhost:11434/v1"))
 *         .model("qwen3:8b")
 *         .build();
 * try (LlmClient local = new OpenAiProvider().create(settings)) {
 *     String answer = local.generate(
 *                     LlmRequest.builder(local.defaultModel(), List.of(Message.user("Hello"))).build())
 *             .message()
 *             .text();
 * }
 * }</pre>
 *
 * <p>Immutable; holds no state.
 */
public final class OpenAiProvider implements LlmProvider {

    /** Makes the provider; {@link java.util.ServiceLoader} does. */
    public OpenAiProvider() {}

    @Override
    public String id() {
        return "openai";
    }

    /**
     * Makes a client; opens no connection.
     *
     * @throws dev.cadre.llm.LlmAuthenticationException if OpenAI is to be asked without a key, or the key has characters
     *     that none can have
     * @throws IllegalArgumentException if the address is not absolute, or a property is unknown
     */
    @Override
    public LlmClient create(LlmSettings settings) {
        return new OpenAiClient(OpenAiSettings.from(settings));
    }
}
