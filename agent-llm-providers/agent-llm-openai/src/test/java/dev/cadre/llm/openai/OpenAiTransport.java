package dev.cadre.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.wire.Gate;
import dev.cadre.llm.testkit.wire.WireNoise;
import dev.cadre.llm.testkit.wire.WireReply;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class OpenAiTransport {

    private static final String TEXT = "Grüße, 世界 🎉\nbye";
    private static final ToolCall CALL = new ToolCall("t", "Write", Map.of("text", TEXT));

    @AutoClose
    private final Loopback loopback;

    OpenAiTransport(Loopback loopback) {
        this.loopback = loopback;
    }

    @Test
    void understands_a_stream_cut_at_any_byte() {
        int length =
                WireReply.says(TEXT).body(loopback.api, true).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        for (int at = 1; at < length; at++) {
            assertThat(loopback.ask(WireReply.says(TEXT).splitAt(at)).message().text())
                    .as("cut at %s", at)
                    .isEqualTo(TEXT);
        }
        assertThat(loopback.server.connectionCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void understands_a_stream_in_small_pieces(int size) {
        assertThat(loopback.ask(WireReply.calls(CALL).splitEvery(size))
                        .message()
                        .toolCalls())
                .containsExactly(CALL);
    }

    @ParameterizedTest
    @EnumSource(WireNoise.class)
    void bears_noise(WireNoise noise) {
        assertThat(loopback.ask(WireReply.says(TEXT).noise(noise)).message().text())
                .isEqualTo(TEXT);
    }

    @Test
    void understands_compressed_streams() {
        assertThat(loopback.ask(WireReply.says(TEXT).gzip().splitEvery(5))
                        .message()
                        .text())
                .isEqualTo(TEXT);
    }

    @Test
    void reports_every_broken_connection_as_retryable_and_does_not_retry_itself() {
        int length = WireReply.says(TEXT).body(loopback.api, true).length();
        assertBroken(WireReply.disconnect());
        assertBroken(WireReply.reset());
        assertBroken(WireReply.says(TEXT).resetInHead());
        for (int at = 0; at < length - 200; at += 37) {
            assertBroken(WireReply.says(TEXT).resetAt(at));
            assertBroken(WireReply.says(TEXT).closeAt(at));
        }
        loopback.server.assertFinished();
    }

    private void assertBroken(WireReply reply) {
        assertThatThrownBy(() -> loopback.ask(reply)).isInstanceOf(LlmRetryableException.class);
    }

    @Test
    void closes_the_connection_when_cancelled_before_the_answer_begins() {
        CancellationToken token = CancellationToken.create();
        loopback.server.enqueue(WireReply.hang());
        CompletableFuture<LlmResponse> call = CompletableFuture.supplyAsync(
                () -> loopback.client.generate(Loopback.request().build(), LlmListener.none(), token));
        loopback.server.awaitRequest();
        token.cancel();

        assertThatThrownBy(call::join).hasCauseInstanceOf(LlmCancelledException.class);
        loopback.server.awaitClientGone();
    }

    @Test
    void closes_the_connection_when_cancelled_within_the_answer() {
        CancellationToken token = CancellationToken.create();
        WireReply reply = WireReply.says(TEXT);
        String body = reply.body(loopback.api, true);
        loopback.server.enqueue(reply.hangAt(body.indexOf("bye") + 20));
        LlmListener listener = new LlmListener() {
            @Override
            public void onText(String delta) {
                new Thread(token::cancel).start();
            }
        };

        assertThatThrownBy(() -> loopback.client.generate(Loopback.request().build(), listener, token))
                .isInstanceOf(LlmCancelledException.class);
        loopback.server.awaitClientGone();
    }

    @Test
    void makes_no_call_when_it_was_cancelled_before() {
        CancellationToken token = CancellationToken.create();
        token.cancel();

        assertThatThrownBy(() -> loopback.client.generate(Loopback.request().build(), LlmListener.none(), token))
                .isInstanceOf(LlmCancelledException.class);
        assertThat(loopback.server.requests()).isEmpty();
    }

    @Test
    void passes_a_delta_on_before_the_next_has_been_sent() throws Exception {
        WireReply reply = WireReply.says("first, then").deltaSize(6);
        String body = reply.body(loopback.api, true);
        Gate gate = Gate.closed();
        loopback.server.enqueue(reply.pauseAt(body.indexOf("\n\n", body.indexOf("first,")) + 2, gate));
        CompletableFuture<String> first = new CompletableFuture<>();
        LlmListener listener = new LlmListener() {
            @Override
            public void onText(String delta) {
                first.complete(delta);
            }
        };
        CompletableFuture<LlmResponse> call = CompletableFuture.supplyAsync(
                () -> loopback.client.generate(Loopback.request().build(), listener, CancellationToken.create()));

        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("first,");
        assertThat(call).isNotDone();
        gate.open();
        assertThat(call.get(30, TimeUnit.SECONDS).message().text()).isEqualTo("first, then");
    }

    @Test
    void gives_up_on_a_silent_server_when_the_time_is_over() {
        loopback.server.enqueue(WireReply.says(TEXT).hangAt(100));
        try (LlmClient impatient = loopback.client(LlmSettings.builder().timeout(Duration.ofMillis(300)))) {
            assertThatThrownBy(() -> impatient.generate(Loopback.request().build()))
                    .isInstanceOf(LlmRetryableException.class)
                    .hasMessageContaining("within");
        }
    }

    @Test
    void says_which_address_cannot_be_reached() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        LlmSettings settings = LlmSettings.builder()
                .apiKey(Loopback.KEY)
                .baseUrl(URI.create("http://user:secret@127.0.0.1:" + port))
                .build();
        try (LlmClient client = new OpenAiProvider().create(settings)) {
            assertThatThrownBy(() -> client.generate(Loopback.request().build()))
                    .isInstanceOf(LlmRetryableException.class)
                    .hasMessageContaining("no connection to http://127.0.0.1:" + port)
                    .hasMessageContaining("OPENAI_BASE_URL")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void follows_no_redirect_with_the_key() {
        WireReply reply = WireReply.raw(307, "text/plain", "elsewhere")
                .header("location", loopback.server.urlWithVersion() + "/elsewhere");

        assertThatThrownBy(() -> loopback.ask(reply)).isInstanceOf(LlmException.class);
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void reads_many_small_deltas_and_a_long_answer() {
        String text = "0123456789".repeat(10_000);

        assertThat(loopback.ask(WireReply.says(text).deltaSize(1)).message().text())
                .isEqualTo(text);
    }

    @Test
    void serves_many_calls_at_once() {
        for (int i = 0; i < 16; i++) {
            loopback.server.enqueue(WireReply.says("same"));
        }
        var calls = java.util.stream.IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> loopback.client.generate(Loopback.request().build())))
                .toList();

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().message().text()).isEqualTo("same"));
    }

    @Test
    void takes_an_interrupted_thread_as_cancelled_and_keeps_it_interrupted() {
        loopback.server.enqueue(WireReply.says(TEXT));
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> loopback.client.generate(Loopback.request().build()))
                    .isInstanceOf(LlmCancelledException.class);
            return Thread.interrupted();
        });

        assertThat(interrupted.join()).isTrue();
    }

    @Test
    void fails_for_a_request_that_the_service_redirects_nowhere() {
        assertThatThrownBy(() -> loopback.ask(WireReply.raw(302, "text/plain", "")))
                .isInstanceOf(LlmRequestException.class);
    }
}
