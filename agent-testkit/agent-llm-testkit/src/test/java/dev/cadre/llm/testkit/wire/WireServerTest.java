package dev.cadre.llm.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireServerTest {

    private final WireServer server = WireServer.start();
    private final PlainHttp http = new PlainHttp(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void answers_in_the_format_of_the_path(WireApi api) throws Exception {
        server.enqueue(WireReply.answer(everything()), WireReply.answer(everything()));

        PlainHttp.Answer whole = http.post(api, false);
        PlainHttp.Answer streamed = http.post(api, true);

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body())
                .isEqualTo(WireReply.answer(everything()).body(api, false))
                .contains("Grüße, 🌍")
                .contains("call-9");
        assertThat(whole.header(api.format().requestIdHeader())).isEqualTo(WireReply.REQUEST_ID);
        assertThat(streamed.body()).isEqualTo(WireReply.answer(everything()).body(api, true));
        assertThat(events(streamed.body())).hasSizeGreaterThan(8);
        server.assertFinished();
    }

    @ParameterizedTest
    @EnumSource
    void sends_the_same_bytes_however_they_are_cut(WireApi api) throws Exception {
        WireReply reply = WireReply.answer(everything());
        server.enqueue(
                reply, reply.splitEvery(1), reply.splitAt(3, 90), reply.gzip().splitEvery(7));

        String whole = http.post(api, true).body();

        assertThat(http.post(api, true).body()).isEqualTo(whole);
        assertThat(http.post(api, true).body()).isEqualTo(whole);
        HttpURLConnection compressed = http.open(api, true);
        assertThat(compressed.getHeaderField("content-encoding")).isEqualTo("gzip");
        assertThat(new String(new GZIPInputStream(compressed.getInputStream()).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource
    void adds_noise_that_means_nothing(WireApi api) throws Exception {
        WireReply reply = WireReply.answer(everything());
        server.enqueue(reply, reply.noise(WireNoise.values()));

        List<String> plain = events(http.post(api, true).body());
        String noisy = http.post(api, true).body();

        assertThat(noisy)
                .contains(": keep-alive\r\n")
                .contains("field_of_the_future")
                .doesNotContain("ü")
                .contains("\\u00fc");
        assertThat(events(noisy)).hasSizeGreaterThan(plain.size());
    }

    @ParameterizedTest
    @EnumSource
    void fails_in_the_form_of_the_api(WireApi api) throws Exception {
        server.enqueue(
                WireReply.rateLimited(Duration.ofSeconds(7)),
                WireReply.overloaded(),
                WireReply.contextTooLong(),
                WireReply.wrongKey());

        PlainHttp.Answer limited = http.post(api, true);

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("retry-after")).isEqualTo("7");
        assertThat(JsonText.read(limited.body())).containsKey("error");
        assertThat(http.post(api, false).status()).isEqualTo(api == WireApi.ANTHROPIC_MESSAGES ? 529 : 503);
        assertThat(http.post(api, false).body()).containsPattern("too long|context_length_exceeded");
        assertThat(http.post(api, false).status()).isEqualTo(401);
    }

    @Test
    void breaks_a_stream_off_with_an_error_event() throws Exception {
        server.enqueue(WireReply.says("a long answer that is cut").failsInStream(3, 529, "Overloaded"));

        List<String> events = events(http.post(WireApi.ANTHROPIC_MESSAGES, true).body());

        assertThat(events).hasSize(4);
        assertThat(events.get(3)).startsWith("event: error").contains("overloaded_error");
    }

    @ParameterizedTest
    @EnumSource
    void loses_the_connection_at_every_stage(WireApi api) throws Exception {
        WireReply reply = WireReply.says("Hello");
        List<WireReply> stages = List.of(
                WireReply.disconnect(),
                WireReply.reset(),
                reply.resetInHead(),
                reply.closeAt(0),
                reply.resetAt(20),
                reply.closeAt(reply.body(api, true).length()));
        for (WireReply stage : stages) {
            server.enqueue(stage);

            assertThatThrownBy(() -> http.post(api, true)).isInstanceOf(IOException.class);
        }
        assertThat(server.requests()).hasSize(stages.size());
    }

    @Test
    void notices_that_a_client_goes_away() throws Exception {
        server.enqueue(WireReply.says("Hello").hangAt(10));

        HttpURLConnection response = http.open(WireApi.OPENAI_CHAT, true);
        response.getInputStream().read();
        response.disconnect();

        server.awaitClientGone();
    }

    @Test
    void waits_at_a_gate() throws Exception {
        Gate gate = Gate.closed();
        WireReply reply = WireReply.says("Hello");
        server.enqueue(reply.pauseAt(10, gate));
        InputStream body = http.open(WireApi.OPENAI_CHAT, true).getInputStream();

        String before = new String(body.readNBytes(10), StandardCharsets.UTF_8);
        gate.open();
        String after = new String(body.readAllBytes(), StandardCharsets.UTF_8);

        assertThat(before + after).isEqualTo(reply.body(WireApi.OPENAI_CHAT, true));
    }

    @Test
    void refuses_a_request_beyond_the_script() throws Exception {
        PlainHttp.Answer response = http.post(WireApi.OPENAI_CHAT, false);

        assertThat(response.status()).isEqualTo(400);
        assertThatThrownBy(server::assertFinished).hasMessageContaining("no reply left in the script");
    }

    @Test
    void fails_when_replies_are_left() {
        server.enqueue(WireReply.says("never"));

        assertThatThrownBy(server::assertFinished).hasMessageContaining("1 replies were not used");
    }

    private static LlmResponse everything() {
        return new LlmResponse(
                new Message.Assistant(List.of(
                        new ContentBlock.Thinking("Let me think.", "c2ln"),
                        new ContentBlock.Text("Grüße, 🌍"),
                        new ToolCall("call-9", "Read", Map.of("file_path", "a.md")))),
                StopReason.TOOL_USE,
                new TokenUsage(11, 7, 3, 0),
                "some-model");
    }

    private int status(WireApi api) {
        try {
            return http.post(api, false).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> events(String stream) {
        return List.of(stream.replace("\r", "").split("\n\n"));
    }

    @Test
    void serves_several_clients_at_once() throws Exception {
        server.enqueue(WireReply.says("one"), WireReply.says("two"), WireReply.says("three"));
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> status(WireApi.OPENAI_CHAT)));
        }

        for (CompletableFuture<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        server.assertFinished();
    }
}
