package dev.cadre.llm.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.ContractBackend;
import dev.cadre.llm.testkit.LlmProviderContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Is the suite for clients that speak the wire format of a known vendor: {@link LlmProviderContract} against a {@link
 * WireServer}, and what a network does to the bytes.
 *
 * <pre>{@code
 * class AcmeContractTest extends WireProviderContract {
 *     AcmeContractTest() {
 *         super(WireApi.OPENAI_CHAT);
 *     }
 *
 *     @Override
 *     protected LlmClient client(LlmSettings settings) {
 *         return new AcmeProvider().create(settings);
 *     }
 * }
 * }</pre>
 *
 * <p>The client must make no attempt of its own to repeat a call; that is the work of {@link dev.cadre.llm.Llm#retrying}.
 */
public abstract class WireProviderContract extends LlmProviderContract {

    private static final LlmResponse ANSWER = new LlmResponse(
            new Message.Assistant(List.of(
                    new ContentBlock.Text("Grüße, 🌍!"), new ToolCall("call-1", "Read", Map.of("file_path", "ä.md")))),
            StopReason.TOOL_USE,
            TokenUsage.of(11, 7),
            "contract-model");

    private final WireApi api;

    /** Makes the suite for an API. */
    protected WireProviderContract(WireApi api) {
        this.api = api;
    }

    /** Makes a client that speaks the suite's API at the base URL and with the key of the settings. */
    protected abstract LlmClient client(LlmSettings settings);

    /**
     * Looks at each request of each case; does nothing by default. A vendor's module can hold requests against types that
     * the vendor generates from the description of its API.
     */
    protected void inspect(WireRequest request) {}

    @AfterEach
    final void inspectRequests() {
        server().requests().forEach(this::inspect);
    }

    @Override
    protected final ContractBackend openBackend() {
        return new WireBackend(api, server -> client(settings(server).build()));
    }

    private LlmSettings.Builder settings(WireServer server) {
        return WireBackend.settings(api, server);
    }

    private WireServer server() {
        return ((WireBackend) backend()).server();
    }

    private static LlmRequest hello() {
        return LlmRequest.builder("contract-model", List.of(Message.user("Hello")))
                .build();
    }

    private void assertAnswered() {
        LlmResponse response = client().generate(hello());

        assertThat(response.message()).isEqualTo(ANSWER.message());
        assertThat(response.usage()).isEqualTo(ANSWER.usage());
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_USE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void reads_answers_in_pieces_of_any_size(int bytes) {
        server().enqueue(WireReply.answer(ANSWER).splitEvery(bytes));

        assertAnswered();
    }

    @Test
    void reads_answers_cut_at_each_byte() {
        WireReply reply = WireReply.answer(ANSWER);
        int length = reply.body(api, true).getBytes(StandardCharsets.UTF_8).length;
        for (int offset = 1; offset < length; offset++) {
            server().enqueue(reply.splitAt(offset));

            assertAnswered();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bears_what_has_no_meaning(WireNoise noise) {
        server().enqueue(WireReply.answer(ANSWER).noise(noise));

        assertAnswered();
    }

    @Test
    void bears_all_noise_at_once_in_small_pieces() {
        server().enqueue(WireReply.answer(ANSWER).noise(WireNoise.values()).splitEvery(5));

        assertAnswered();
    }

    @Test
    void reads_compressed_answers() {
        server().enqueue(
                        WireReply.answer(ANSWER).gzip(),
                        WireReply.answer(ANSWER).gzip().splitEvery(1));

        assertAnswered();
        assertAnswered();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void reads_deltas_of_any_size(int codePoints) {
        server().enqueue(WireReply.answer(ANSWER).deltaSize(codePoints));

        assertAnswered();
    }

    @Test
    void reports_a_lost_connection_at_every_stage_as_one_that_may_pass() {
        WireReply reply = WireReply.answer(ANSWER);
        int length = reply.body(api, true).getBytes(StandardCharsets.UTF_8).length;
        server().enqueue(WireReply.disconnect(), WireReply.reset(), reply.resetInHead(), reply.closeAt(0));
        for (int i = 1; i < 8; i++) {
            server().enqueue(reply.resetAt(length * i / 8), reply.closeAt(length * i / 8));
        }
        for (int i = 0; i < 4 + 7 * 2; i++) {
            assertThatThrownBy(() -> client().generate(hello()))
                    .as("stage %s", i)
                    .isInstanceOf(LlmRetryableException.class);
        }
        assertThat(server().requests())
                .as("no attempt is repeated by the client")
                .hasSize(18);
    }

    @Test
    void reports_an_error_in_the_middle_of_a_stream() {
        server().enqueue(WireReply.says("A text that breaks off.").failsInStream(4, 503, "Overloaded"));

        assertThatThrownBy(() -> client().generate(hello())).isInstanceOf(LlmRetryableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 529, 408})
    void reports_a_failure_of_a_gateway_without_its_page(int status) {
        server().enqueue(WireReply.raw(status, "text/html", "<html><body>gateway page</body></html>"));

        assertThatThrownBy(() -> client().generate(hello()))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageNotContaining("<html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data: {\n\n", "{\"unexpected\": true}", "data: {\"type\": 1}\n\n", "<html></html>"})
    void reports_an_answer_that_is_none(String body) {
        server().enqueue(WireReply.raw(200, "text/event-stream", body));

        assertThat(catchThrowable(() -> client().generate(hello()))).isInstanceOf(LlmException.class);
    }

    @Test
    void passes_on_what_has_arrived_before_the_answer_is_complete() {
        Gate gate = Gate.closed();
        WireReply reply = WireReply.says("first last").deltaSize(5);
        String body = reply.body(api, true);
        int afterFirst = body.indexOf("\n\n", body.indexOf("first")) + 2;
        server().enqueue(reply.pauseAt(afterFirst, gate));
        LlmListener opener = new LlmListener() {
            @Override
            public void onText(String delta) {
                gate.open();
            }
        };

        LlmResponse response = client().generate(hello(), opener, CancellationToken.create());

        assertThat(response.message().text()).isEqualTo("first last");
    }

    @Test
    void closes_the_connection_of_a_call_that_is_cancelled() throws InterruptedException {
        serves_the_next_call_after_a_cancellation();

        server().awaitClientGone();
    }

    @Test
    void gives_up_after_its_time_limit() {
        server().enqueue(WireReply.hang());
        try (LlmClient hasty =
                client(settings(server()).timeout(Duration.ofMillis(300)).build())) {
            assertThatThrownBy(() -> hasty.generate(hello())).isInstanceOf(LlmRetryableException.class);
        }
    }

    @Test
    void keeps_the_keys_of_two_clients_apart() {
        server().enqueue(WireReply.says("one"), WireReply.says("two"), WireReply.says("one"));
        try (LlmClient other = client(settings(server()).apiKey("the-other-key").build())) {
            client().generate(hello());
            other.generate(hello());
            client().generate(hello());
        }

        assertThat(server().requests())
                .extracting(request -> request.headers().toString().contains("the-other-key"))
                .containsExactly(false, true, false);
        assertThat(server().requests())
                .extracting(request -> request.headers().toString().contains(ContractBackend.KEY))
                .containsExactly(true, false, true);
    }

    @Test
    void sends_the_key_in_headers_only() {
        server().enqueue(WireReply.says("Hello"));
        client().generate(hello());

        assertThat(server().lastRequest().target()).doesNotContain(ContractBackend.KEY);
        assertThat(server().lastRequest().body()).doesNotContain(ContractBackend.KEY);
    }

    @Test
    void sends_equal_bodies_for_equal_requests() {
        server().enqueue(WireReply.says("one"), WireReply.says("two"));
        client().generate(hello());
        client().generate(hello());

        assertThat(server().requests().get(0).body())
                .isEqualTo(server().requests().get(1).body());
    }

    @Test
    void reads_an_answer_of_a_megabyte_in_small_deltas() {
        String text = "0123456789abcdef".repeat(64 * 1024);
        server().enqueue(WireReply.says(text).deltaSize(64));

        assertThat(client().generate(hello()).message().text()).isEqualTo(text);
    }

    @Test
    void opens_no_connection_before_the_first_call() {
        assertThat(client().defaultModel()).isNotBlank();
        assertThat(server().connectionCount()).isZero();
    }
}
