package dev.cadre.llm.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.json.JsonText;
import dev.cadre.llm.testkit.wire.WireReply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicAnswerTest {

    private static final String START =
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_9\",\"model\":\"m\",\"usage\":{\"input_tokens\":3}}}";
    private static final String STOP = "{\"type\":\"message_stop\"}";

    @AutoClose
    private final Loopback loopback = new Loopback();

    @Test
    void reads_thinking_text_and_parallel_calls_with_their_order() {
        Message.Assistant message = new Message.Assistant(List.of(
                new ContentBlock.Thinking("Überlegen …", "sig+/=="),
                new ContentBlock.Text("I read both. 🎉"),
                new ToolCall("toolu_1", "Read", JsonText.read("{\"z\":{\"deep\":[1,2.5,null]},\"a\":\"é\"}")),
                new ToolCall("toolu_2", "Todo", Map.of())));
        Loopback.Deltas deltas = new Loopback.Deltas();

        LlmResponse response = loopback.ask(
                WireReply.answer(new LlmResponse(
                        message, StopReason.TOOL_USE, new TokenUsage(11, 22, 33, 44), "claude-sonnet-5-5")),
                deltas);

        assertThat(response.message()).isEqualTo(message);
        assertThat(response.message().toolCalls().get(0).input().keySet()).containsExactly("z", "a");
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(response.usage()).isEqualTo(new TokenUsage(11, 22, 33, 44));
        assertThat(response.model()).isEqualTo("claude-sonnet-5-5");
        assertThat(response.requestId()).isEqualTo(WireReply.REQUEST_ID);
        assertThat(String.join("", deltas.text)).isEqualTo("I read both. 🎉");
        assertThat(deltas.text).hasSizeGreaterThan(1);
        assertThat(String.join("", deltas.thinking)).isEqualTo("Überlegen …");
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn,END_TURN",
        "tool_use,TOOL_USE",
        "max_tokens,MAX_TOKENS",
        "stop_sequence,STOP_SEQUENCE",
        "refusal,REFUSAL",
        "pause_turn,PAUSE",
        "model_context_window_exceeded,MAX_TOKENS",
        "something_new,OTHER"
    })
    void knows_the_reasons_to_stop(String wire, StopReason expected) {
        assertThat(loopback.ask(Loopback.stream(START, stop(wire), STOP)).stopReason())
                .isEqualTo(expected);
    }

    @Test
    void tells_why_the_model_refused() {
        LlmResponse response = loopback.ask(Loopback.stream(
                START,
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"refusal\",\"stop_details\":"
                        + "{\"type\":\"refusal\",\"category\":\"cyber\",\"explanation\":\"Not this.\"}}}",
                STOP));

        assertThat(response.stopReason()).isEqualTo(StopReason.REFUSAL);
        assertThat(response.stopDetail()).isEqualTo("Not this.");
    }

    @Test
    void keeps_thinking_that_the_service_encrypted() {
        LlmResponse response = loopback.ask(Loopback.stream(
                START,
                block(0, "{\"type\":\"redacted_thinking\",\"data\":\"b3BhcXVl\"}"),
                block(1, "{\"type\":\"text\",\"text\":\"Done\"}"),
                stop("end_turn"),
                STOP));

        assertThat(response.message().content())
                .containsExactly(
                        new ContentBlock.Thinking("", "anthropic:redacted:b3BhcXVl"), new ContentBlock.Text("Done"));
    }

    @Test
    void passes_over_blocks_deltas_and_events_that_it_does_not_know() {
        LlmResponse response = loopback.ask(Loopback.stream(
                START,
                "{\"type\":\"event_of_the_future\",\"index\":4}",
                block(0, "{\"type\":\"hologram\",\"frames\":[1]}"),
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"frame_delta\",\"frame\":2}}",
                block(1, "{\"type\":\"text\",\"text\":\"A\",\"glow\":true}"),
                delta(1, "\"text_delta\",\"text\":\"B\""),
                stop("end_turn"),
                STOP));

        assertThat(response.message().content()).containsExactly(new ContentBlock.Text("AB"));
    }

    @Test
    void bears_servers_that_leave_out_what_they_can() {
        LlmResponse response = loopback.ask(Loopback.stream(
                "{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"tool_use\",\"name\":\"Read\",\"input\":{\"a\":1}}}",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"}}"));

        assertThat(response.message().toolCalls()).singleElement().satisfies(call -> {
            assertThat(call.id()).isNotBlank();
            assertThat(call.name()).isEqualTo("Read");
            assertThat(call.input()).isEqualTo(Map.of("a", 1));
        });
        assertThat(response.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(response.model()).isEmpty();
    }

    @Test
    void leaves_out_a_call_that_was_cut_off() {
        LlmResponse response = loopback.ask(Loopback.stream(
                START,
                block(0, "{\"type\":\"text\",\"text\":\"I write\"}"),
                block(1, "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Write\",\"input\":{}}"),
                delta(1, "\"input_json_delta\",\"partial_json\":\"{\\\"file_path\\\":\\\"/a\""),
                stop("max_tokens"),
                STOP));

        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        assertThat(response.message().content()).containsExactly(new ContentBlock.Text("I write"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":", "[1]", "{\"a\":1} trailing{"})
    void hands_on_an_input_that_is_no_object_so_that_the_tool_can_refuse_it(String input) {
        LlmResponse response = loopback.ask(Loopback.stream(
                START,
                block(0, "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Write\",\"input\":{}}"),
                delta(0, "\"input_json_delta\",\"partial_json\":" + JsonText.write(input)),
                stop("tool_use"),
                STOP));

        assertThat(response.message().toolCalls())
                .containsExactly(new ToolCall("t", "Write", Map.of("INVALID_JSON", input)));
    }

    @Test
    void fails_when_the_stream_ends_before_the_answer_does() {
        WireReply reply = Loopback.stream(START, block(0, "{\"type\":\"text\",\"text\":\"Half\"}"));

        assertThatThrownBy(() -> loopback.ask(reply))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void fails_on_a_body_that_is_no_stream() {
        assertThatThrownBy(() -> loopback.ask(WireReply.raw(200, "text/html", "<html>Welcome</html>")))
                .isInstanceOf(LlmRetryableException.class);
    }

    @Test
    void fails_on_data_that_is_no_json() {
        assertThatThrownBy(() -> loopback.ask(Loopback.stream(START, "{oops")))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("could not be read");
    }

    private static String block(int index, String json) {
        return "{\"type\":\"content_block_start\",\"index\":" + index + ",\"content_block\":" + json + "}";
    }

    private static String delta(int index, String members) {
        return "{\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":{\"type\":" + members + "}}";
    }

    private static String stop(String reason) {
        return "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + reason
                + "\"},\"usage\":{\"output_tokens\":5}}";
    }
}
