package dev.cadre.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiProviderTest {

    @Test
    void is_found_by_its_id() {
        LlmSettings settings = LlmSettings.builder().apiKey("k").build();

        try (LlmClient client = LlmProviders.load().client("openai/meta-llama/llama-3", settings)) {
            assertThat(client.defaultModel()).isEqualTo("meta-llama/llama-3");
        }
    }

    @Test
    void takes_key_and_address_from_the_environment_that_it_is_given() {
        try (WireServer server = WireServer.start()) {
            server.enqueue(WireReply.says("ok"));
            LlmSettings settings = LlmSettings.builder()
                    .environment(Map.of(
                            "OPENAI_API_KEY", " from-environment\n", "OPENAI_BASE_URL", server.url() + "/gateway/v1/"))
                    .build();
            try (LlmClient client = new OpenAiProvider().create(settings)) {
                client.generate(Loopback.request().build());
            }

            assertThat(server.lastRequest().header("authorization")).contains("Bearer from-environment");
            assertThat(server.lastRequest().path()).isEqualTo("/gateway/v1/chat/completions");
        }
    }

    @Test
    void needs_no_key_for_servers_of_ones_own_and_sends_none() {
        try (WireServer server = WireServer.start()) {
            server.enqueue(WireReply.says("ok"));
            LlmSettings settings =
                    LlmSettings.builder().baseUrl(server.urlWithVersion()).build();
            try (LlmClient client = new OpenAiProvider().create(settings)) {
                client.generate(Loopback.request().build());
            }

            assertThat(server.lastRequest().header("authorization")).isEmpty();
        }
    }

    @Test
    void says_where_to_put_a_key_that_is_missing() {
        assertThatThrownBy(() -> new OpenAiProvider().create(LlmSettings.defaults()))
                .isInstanceOf(LlmAuthenticationException.class)
                .hasMessageContaining("OPENAI_API_KEY")
                .hasMessageContaining("apiKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk two words", "sk-\nnew", "sk-ü"})
    void refuses_a_key_that_cannot_be_one_without_showing_it(String key) {
        LlmSettings settings = LlmSettings.builder().apiKey(key).build();

        assertThatThrownBy(() -> new OpenAiProvider().create(settings))
                .isInstanceOf(LlmAuthenticationException.class)
                .hasMessageNotContaining("sk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://x", "https:///v1"})
    void refuses_an_address_that_is_none(String url) {
        LlmSettings settings =
                LlmSettings.builder().apiKey("k").baseUrl(URI.create(url)).build();

        assertThatThrownBy(() -> new OpenAiProvider().create(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPENAI_BASE_URL");
    }

    @Test
    void refuses_properties_that_it_does_not_know() {
        LlmSettings unknown =
                LlmSettings.builder().apiKey("k").property("appi", "chat").build();
        LlmSettings wrong =
                LlmSettings.builder().apiKey("k").property("api", "assistants").build();

        assertThatThrownBy(() -> new OpenAiProvider().create(unknown)).hasMessageContaining("it has api");
        assertThatThrownBy(() -> new OpenAiProvider().create(wrong)).hasMessageContaining("responses or chat");
    }

    @Test
    void speaks_responses_with_the_vendor_and_chat_with_others_unless_told() {
        assertThat(api("https://api.openai.com/v1", Map.of())).isEqualTo(OpenAiSettings.Api.RESPONSES);
        assertThat(api("https://eu.api.openai.com/v1", Map.of())).isEqualTo(OpenAiSettings.Api.RESPONSES);
        assertThat(api("https://api.openai.com.evil.example/v1", Map.of())).isEqualTo(OpenAiSettings.Api.CHAT);
        assertThat(api("http://localhost:11434/v1", Map.of())).isEqualTo(OpenAiSettings.Api.CHAT);
        assertThat(api("http://localhost:1234/v1", Map.of("api", "responses"))).isEqualTo(OpenAiSettings.Api.RESPONSES);
        assertThat(api("https://api.openai.com/v1", Map.of("api", "chat"))).isEqualTo(OpenAiSettings.Api.CHAT);
    }

    private static OpenAiSettings.Api api(String url, Map<String, String> properties) {
        LlmSettings.Builder settings = LlmSettings.builder().apiKey("k").baseUrl(URI.create(url));
        properties.forEach(settings::property);
        return OpenAiSettings.from(settings.build()).api();
    }

    @Test
    void serves_models_of_other_vendors_through_gateways_only_and_never_their_aliases() {
        try (LlmClient vendor = client("https://api.openai.com/v1");
                LlmClient gateway = client("http://localhost:1/v1")) {
            assertThat(vendor.resolveModel("openai/gpt-6-sol")).contains("gpt-6-sol");
            assertThat(vendor.resolveModel("gpt-of-the-future")).contains("gpt-of-the-future");
            assertThat(vendor.resolveModel("claude-opus-5-5")).isEmpty();
            assertThat(vendor.resolveModel("sonnet")).isEmpty();
            assertThat(gateway.resolveModel("anthropic/claude-opus-5-5")).contains("anthropic/claude-opus-5-5");
            assertThat(gateway.resolveModel("Sonnet")).isEmpty();
        }
    }

    private static LlmClient client(String url) {
        return new OpenAiProvider()
                .create(LlmSettings.builder()
                        .apiKey("k")
                        .baseUrl(URI.create(url))
                        .build());
    }

    @Test
    void keeps_two_tenants_apart() {
        try (WireServer first = WireServer.start();
                WireServer second = WireServer.start();
                LlmClient one = tenant("key-one", first);
                LlmClient two = tenant("key-two", second)) {
            for (int i = 0; i < 3; i++) {
                first.enqueue(WireReply.says("for one"));
                second.enqueue(WireReply.says("for two"));
                assertThat(one.generate(Loopback.request().build()).message().text())
                        .isEqualTo("for one");
                assertThat(two.generate(Loopback.request().build()).message().text())
                        .isEqualTo("for two");
            }

            assertThat(first.requests())
                    .allSatisfy(request -> assertThat(request.headers().toString())
                            .contains("key-one")
                            .doesNotContain("key-two"));
            assertThat(second.requests())
                    .allSatisfy(request -> assertThat(request.headers().toString())
                            .contains("key-two")
                            .doesNotContain("key-one"));
        }
    }

    private static LlmClient tenant(String key, WireServer server) {
        return new OpenAiProvider()
                .create(LlmSettings.builder()
                        .apiKey(key)
                        .baseUrl(server.urlWithVersion())
                        .build());
    }

    @Test
    void goes_through_the_proxy_of_the_jvm() {
        ProxySelector usual = ProxySelector.getDefault();
        try (WireServer proxy = WireServer.start()) {
            ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), proxy.url().getPort())));
            proxy.enqueue(WireReply.says("through the proxy"));
            try (LlmClient client = client("http://service.invalid/v1")) {
                assertThat(client.generate(Loopback.request().build()).message().text())
                        .isEqualTo("through the proxy");
            }

            assertThat(proxy.lastRequest().target()).isEqualTo("http://service.invalid/v1/chat/completions");
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    @Test
    void speaks_to_azure_under_the_path_of_its_address_in_the_newer_words() {
        ProxySelector usual = ProxySelector.getDefault();
        try (WireServer proxy = WireServer.start()) {
            ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), proxy.url().getPort())));
            proxy.enqueue(WireReply.says("from Azure"));
            try (LlmClient client = client("http://resource.openai.azure.com/openai/v1")) {
                client.generate(Loopback.request()
                        .options(RequestOptions.builder().maxTokens(100).build())
                        .build());
            }

            assertThat(proxy.lastRequest().target())
                    .isEqualTo("http://resource.openai.azure.com/openai/v1/chat/completions");
            assertThat(proxy.lastRequest().json()).containsEntry("max_completion_tokens", 100);
            assertThat(proxy.lastRequest().header("authorization")).contains("Bearer k");
            proxy.assertFinished();
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    @Test
    void keeps_no_thread_for_a_client_that_does_not_call() {
        int before = Thread.activeCount();
        List<LlmClient> clients = IntStream.range(0, 20)
                .mapToObj(i -> client("http://localhost:1"))
                .toList();
        int threads = Thread.activeCount() - before;
        clients.forEach(LlmClient::close);

        assertThat(threads).isLessThan(10);
    }
}
