package dev.cadre.llm.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;

/** Makes streaming calls to one of OpenAI's APIs. Thread-safe; one connection pool each. */
final class OpenAiClient implements LlmClient {

    private static final Duration MAX_CONNECT_TIME = Duration.ofSeconds(30);
    private static final Set<String> ALIASES_OF_OTHERS = Set.of("fable", "haiku", "opus", "sonnet");
    private static final Pattern MODELS_OF_OTHERS = Pattern.compile("(anthropic/|google/)?(claude|gemini)-.*");

    private final OpenAiSettings settings;
    private final OpenAiFailures failures;
    private final Conversation conversation;
    private final OkHttpClient http;
    private final OpenAIClient sdk;

    OpenAiClient(OpenAiSettings settings) {
        this.settings = settings;
        this.failures = new OpenAiFailures(settings);
        this.conversation = settings.api() == OpenAiSettings.Api.RESPONSES
                ? new ResponsesConversation(settings, failures)
                : new ChatConversation(settings, failures);
        Duration connectTime =
                settings.timeout().compareTo(MAX_CONNECT_TIME) < 0 ? settings.timeout() : MAX_CONNECT_TIME;
        // No redirects: they would carry the key to another host.
        this.http = new OkHttpClient.Builder()
                .connectTimeout(connectTime)
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .callTimeout(settings.timeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.sdk = new OpenAIClientImpl(ClientOptions.builder()
                .httpClient(transport(CancellationToken.create()))
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey().isEmpty() ? "none" : settings.apiKey())
                .timeout(Timeout.builder().request(settings.timeout()).build())
                .maxRetries(0)
                .sleeper(new NoSleeper())
                .disableTelemetry(true)
                .logLevel(LogLevel.OFF)
                .build());
    }

    /** One of the APIs: how a request is written and its answer read. */
    interface Conversation {

        /** Makes one call with a client of the SDK. */
        LlmResponse call(OpenAIClient client, LlmRequest request, LlmListener listener);
    }

    private OkHttpTransport transport(CancellationToken cancellation) {
        return new OkHttpTransport(http, cancellation, !settings.apiKey().isEmpty());
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException(
                    "the call to " + settings.service() + " was cancelled before it began", null);
        }
        OpenAIClient client = sdk.withOptions(options -> options.httpClient(transport(cancellation)));
        try {
            return conversation.call(client, request, listener);
        } catch (RuntimeException e) {
            throw failures.translate(e, request.model(), cancellation);
        }
    }

    @Override
    public String defaultModel() {
        return settings.defaultModel();
    }

    /**
     * Takes any name but the aliases of other vendors; at OpenAI's own address also none of their models. Gateways serve
     * what they like.
     */
    @Override
    public Optional<String> resolveModel(String name) {
        String id = name.strip();
        String lower = id.toLowerCase(Locale.ROOT);
        if (ALIASES_OF_OTHERS.contains(lower)
                || (settings.isVendor() && MODELS_OF_OTHERS.matcher(lower).matches())) {
            return Optional.empty();
        }
        return Optional.of(settings.isVendor() && lower.startsWith("openai/") ? id.substring("openai/".length()) : id);
    }

    @Override
    public void close() {
        sdk.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return "OpenAiClient[" + settings.defaultModel() + "]";
    }
}
