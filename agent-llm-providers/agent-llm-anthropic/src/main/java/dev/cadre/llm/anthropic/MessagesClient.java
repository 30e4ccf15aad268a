package dev.cadre.llm.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.core.ClientOptions;
import com.anthropic.core.LogLevel;
import com.anthropic.core.Timeout;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Makes streaming calls to the Messages API. Thread-safe; one connection pool each. */
final class MessagesClient implements LlmClient {

    private static final Duration MAX_CONNECT_TIME = Duration.ofSeconds(30);

    private final AnthropicSettings settings;
    private final AnthropicFailures failures;
    private final RequestWriter writer;
    private final OkHttpClient http;
    private final AnthropicClient sdk;

    MessagesClient(AnthropicSettings settings) {
        this.settings = settings;
        this.failures = new AnthropicFailures(settings);
        this.writer = new RequestWriter(settings.caching());
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
        this.sdk = new AnthropicClientImpl(ClientOptions.builder()
                .httpClient(new OkHttpTransport(http, CancellationToken.create()))
                .baseUrl(settings.baseUrl())
                .putHeader("x-api-key", settings.apiKey())
                .timeout(Timeout.builder().request(settings.timeout()).build())
                .maxRetries(0)
                .sleeper(new NoSleeper())
                .logLevel(LogLevel.OFF)
                .build());
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException("the call to Anthropic was cancelled before it began", null);
        }
        MessageCreateParams params = writer.write(request);
        try {
            return call(params, listener, cancellation);
        } catch (RuntimeException e) {
            throw failures.translate(e, request.model(), cancellation);
        }
    }

    private LlmResponse call(MessageCreateParams params, LlmListener listener, CancellationToken cancellation) {
        AnthropicClient client =
                sdk.withOptions(options -> options.httpClient(new OkHttpTransport(http, cancellation)));
        try (HttpResponseFor<StreamResponse<RawMessageStreamEvent>> raw =
                        client.messages().withRawResponse().createStreaming(params);
                StreamResponse<RawMessageStreamEvent> events = raw.parse()) {
            MessageReader reader = new MessageReader(listener, raw.requestId().orElse(""));
            for (RawMessageStreamEvent event : events) {
                reader.accept(event);
            }
            return reader.response();
        }
    }

    @Override
    public String defaultModel() {
        return settings.defaultModel();
    }

    /** Takes names of other vendors only where the address is not Anthropic's: gateways serve what they like. */
    @Override
    public Optional<String> resolveModel(String name) {
        Optional<String> resolved = ClaudeModels.resolve(name);
        return resolved.isPresent() || settings.isVendor() ? resolved : Optional.of(name);
    }

    @Override
    public void close() {
        sdk.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return "MessagesClient[" + settings.defaultModel() + "]";
    }
}
