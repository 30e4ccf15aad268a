package dev.cadre.llm.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmSettings;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicProviderTest {

    @Test
    void is_found_by_its_id() {
        LlmSettings settings = LlmSettings.builder().apiKey("k").build();

        try (LlmClient client = LlmProviders.load().client("anthropic/claude-opus-4-8", settings)) {
            assertThat(client.defaultModel()).isEqualTo("claude-opus-4-8");
        }
    }

    @Test
    void takes_key_and_address_from_the_environment_that_it_is_given() {
        try (WireServer server = WireServer.start()) {
            server.enqueue(WireReply.says("ok"));
            LlmSettings settings = LlmSettings.builder()
                    .environment(Map.of(
                            "ANTHROPIC_API_KEY",
                            " from-environment\n",
                            "ANTHROPIC_BASE_URL",
                            server.url() + "/gateway/"))
                    .build();
            try (LlmClient client = new AnthropicProvider().create(settings)) {
                client.generate(Loopback.request());
            }

            assertThat(server.lastRequest().header("x-api-key")).contains("from-environment");
            assertThat(server.lastRequest().path()).isEqualTo("/gateway/v1/messages");
        }
    }

    @Test
    void says_where_to_put_a_key_that_is_missing() {
        assertThatThrownBy(() -> new AnthropicProvider().create(LlmSettings.defaults()))
                .isInstanceOf(LlmAuthenticationException.class)
                .hasMessageContaining("ANTHROPIC_API_KEY")
                .hasMessageContaining("apiKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk two words", "sk-\nnew", "sk-ü"})
    void refuses_a_key_that_cannot_be_one_without_showing_it(String key) {
        LlmSettings settings = LlmSettings.builder().apiKey(key).build();

        assertThatThrownBy(() -> new AnthropicProvider().create(settings))
                .isInstanceOf(LlmAuthenticationException.class)
                .hasMessageNotContaining("sk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://x", "https:///v1"})
    void refuses_an_address_that_is_none(String url) {
        LlmSettings settings =
                LlmSettings.builder().apiKey("k").baseUrl(URI.create(url)).build();

        assertThatThrownBy(() -> new AnthropicProvider().create(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ANTHROPIC_BASE_URL");
    }

    @Test
    void refuses_properties_that_it_does_not_know() {
        LlmSettings unknown =
                LlmSettings.builder().apiKey("k").property("cash", "on").build();
        LlmSettings wrong =
                LlmSettings.builder().apiKey("k").property("cache", "maybe").build();

        assertThatThrownBy(() -> new AnthropicProvider().create(unknown)).hasMessageContaining("it has cache");
        assertThatThrownBy(() -> new AnthropicProvider().create(wrong)).hasMessageContaining("on or off");
    }

    @ParameterizedTest
    @CsvSource({
        "sonnet,claude-sonnet-5-5",
        "Opus,claude-opus-5-5",
        "haiku,claude-haiku-5-5",
        "fable,claude-fable-5-2",
        "claude-opus-4-8,claude-opus-4-8",
        "anthropic/sonnet,claude-sonnet-5-5",
        "claude-of-the-future,claude-of-the-future"
    })
    void resolves_aliases_and_ids(String name, String id) {
        try (LlmClient client = client("https://api.anthropic.com")) {
            assertThat(client.resolveModel(name)).contains(id);
        }
    }

    @Test
    void serves_names_of_other_vendors_through_gateways_only() {
        try (LlmClient vendor = client("https://api.anthropic.com");
                LlmClient gateway = client("http://localhost:1")) {
            assertThat(vendor.resolveModel("gpt-5")).isEmpty();
            assertThat(gateway.resolveModel("qwen3:8b")).contains("qwen3:8b");
        }
    }

    private static LlmClient client(String url) {
        return new AnthropicProvider()
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
                assertThat(one.generate(Loopback.request()).message().text()).isEqualTo("for one");
                assertThat(two.generate(Loopback.request()).message().text()).isEqualTo("for two");
            }

            assertThat(first.requests())
                    .allSatisfy(request -> assertThat(request.headers().toString() + request.body())
                            .contains("key-one")
                            .doesNotContain("key-two"));
            assertThat(second.requests())
                    .allSatisfy(request -> assertThat(request.headers().toString())
                            .contains("key-two")
                            .doesNotContain("key-one"));
        }
    }

    private static LlmClient tenant(String key, WireServer server) {
        return new AnthropicProvider()
                .create(LlmSettings.builder().apiKey(key).baseUrl(server.url()).build());
    }

    @Test
    void goes_through_the_proxy_of_the_jvm() {
        ProxySelector usual = ProxySelector.getDefault();
        try (WireServer proxy = WireServer.start()) {
            ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), proxy.url().getPort())));
            proxy.enqueue(WireReply.says("through the proxy"));
            try (LlmClient client = client("http://service.invalid")) {
                assertThat(client.generate(Loopback.request()).message().text()).isEqualTo("through the proxy");
            }

            assertThat(proxy.lastRequest().target()).isEqualTo("http://service.invalid/v1/messages");
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
