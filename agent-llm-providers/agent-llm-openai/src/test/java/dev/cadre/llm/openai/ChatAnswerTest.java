package dev.cadre.llm.openai;

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

class ChatAnswerTest {

    @AutoClose
    private final Loopback loopback = Loopback.chat();

    @Test
    void reads_reasoning_text_and_parallel_calls_with_their_order() {
        Message.Assistant message = new Message.Assistant(List.of(
                new ContentBlock.Thinking("Überlegen …", ""),
                new ContentBlock.Text("I read both. 🎉"),
                new ToolCall("c1", "Read", JsonText.read("{\"z\":{\"deep\":[1,2.5,null]},\"a\":\"é\"}")),
                new ToolCall("c2", "Todo", Map.of())));
        Loopback.Deltas deltas = new Loopback.Deltas();

        LlmResponse response = loopback.ask(
                WireReply.answer(
                        new LlmResponse(message, StopReason.TOOL_USE, new TokenUsage(11, 22, 33, 0), "gpt-6-sol")),
                deltas);

        assertThat(response.message()).isEqualTo(message);
        assertThat(response.message().toolCalls().get(0).input().keySet()).containsExactly("z", "a");
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(response.usage()).isEqualTo(new TokenUsage(11, 22, 33, 0));
        assertThat(response.model()).isEqualTo("gpt-6-sol");
        assertThat(response.requestId()).isEqualTo(WireReply.REQUEST_ID);
        assertThat(String.join("", deltas.text)).isEqualTo("I read both. 🎉");
        assertThat(String.join("", deltas.thinking)).isEqualTo("Überlegen …");
    }

    @Test
    void reads_reasoning_under_its_other_name() {
        LlmResponse response = loopback.ask(Loopback.stream(
                delta("{\"reasoning\":\"Hm.\"}"), delta("{\"content\":\"Yes\"}"), finish("stop"), "[DONE]"));

        assertThat(response.message().content())
                .containsExactly(new ContentBlock.Thinking("Hm.", ""), new ContentBlock.Text("Yes"));
    }

    @Test
    void takes_a_refusal_as_one() {
        LlmResponse response = loopback.ask(WireReply.answer(new LlmResponse(
                Message.assistant("I will not."), StopReason.REFUSAL, TokenUsage.of(1, 1), "gpt-6-sol")));

        assertThat(response.stopReason()).isEqualTo(StopReason.REFUSAL);
        assertThat(response.message().text()).isEqualTo("I will not.");
        assertThat(response.stopDetail()).isEqualTo("I will not.");
    }

    @ParameterizedTest
    @CsvSource({
        "stop,END_TURN",
        "length,MAX_TOKENS",
        "content_filter,REFUSAL",
        "tool_calls,END_TURN",
        "eos_of_some_server,OTHER"
    })
    void knows_the_reasons_to_stop(String wire, StopReason expected) {
        assertThat(loopback.ask(Loopback.stream(delta("{\"content\":\"A\"}"), finish(wire), "[DONE]"))
                        .stopReason())
                .isEqualTo(expected);
    }

    @Test
    void believes_calls_more_than_the_reason_to_stop() {
        LlmResponse response = loopback.ask(Loopback.stream(
                calls("{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"Read\",\"arguments\":\"{}\"}}"),
                finish("stop"),
                "[DONE]"));

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_USE);
    }

    @Test
    void puts_fragments_together_by_index_even_if_they_alternate() {
        LlmResponse response = loopback.ask(Loopback.stream(
                calls(
                        "{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"Read\",\"arguments\":\"{\\\"p\\\"\"}}",
                        "{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"Grep\"}}"),
                calls("{\"index\":1,\"function\":{\"arguments\":\"{\\\"q\\\":2}\"}}"),
                calls("{\"index\":0,\"function\":{\"arguments\":\":1}\"}}"),
                finish("tool_calls"),
                "[DONE]"));

        assertThat(response.message().toolCalls())
                .containsExactly(new ToolCall("a", "Read", Map.of("p", 1)), new ToolCall("b", "Grep", Map.of("q", 2)));
    }

    @Test
    void tells_calls_of_servers_without_indices_apart_by_their_ids() {
        LlmResponse response = loopback.ask(Loopback.stream(
                calls("{\"id\":\"a\",\"function\":{\"name\":\"Read\",\"arguments\":\"{\\\"p\\\":\"}}"),
                calls("{\"function\":{\"arguments\":\"1}\"}}"),
                calls("{\"id\":\"b\",\"function\":{\"name\":\"Read\",\"arguments\":\"{}\"}}"),
                finish("tool_calls"),
                "[DONE]"));

        assertThat(response.message().toolCalls())
                .containsExactly(new ToolCall("a", "Read", Map.of("p", 1)), new ToolCall("b", "Read", Map.of()));
    }

    @Test
    void tells_calls_of_servers_with_one_index_for_all_apart_by_their_ids() {
        LlmResponse response = loopback.ask(Loopback.stream(
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"Read\",\"arguments\":\"{}\"}}"),
                calls("{\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"Grep\",\"arguments\":\"{}\"}}"),
                finish("tool_calls"),
                "[DONE]"));

        assertThat(response.message().toolCalls())
                .containsExactly(new ToolCall("a", "Read", Map.of()), new ToolCall("b", "Grep", Map.of()));
    }

    @Test
    void gives_calls_ids_that_servers_leave_out_and_reads_arguments_that_are_objects() {
        LlmResponse response = loopback.ask(Loopback.stream(
                calls("{\"index\":0,\"function\":{\"name\":\"Read\",\"arguments\":{\"p\":1}}}"),
                calls("{\"index\":1,\"id\":\"\",\"function\":{\"name\":\"Read\",\"arguments\":\"\"}}"),
                finish("tool_calls")));

        List<ToolCall> calls = response.message().toolCalls();
        assertThat(calls).extracting(ToolCall::input).containsExactly(Map.of("p", 1), Map.of());
        assertThat(calls).extracting(ToolCall::id).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void hands_on_arguments_that_are_no_object_so_that_the_tool_can_refuse_them() {
        LlmResponse response = loopback.ask(Loopback.stream(
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"Read\",\"arguments\":\"{oops\"}}"),
                finish("tool_calls")));

        assertThat(response.message().toolCalls())
                .containsExactly(new ToolCall("a", "Read", Map.of("INVALID_JSON", "{oops")));
    }

    @Test
    void leaves_out_a_call_that_was_cut_off() {
        LlmResponse response = loopback.ask(Loopback.stream(
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"Read\",\"arguments\":\"{\\\"p\"}}"),
                finish("length")));

        assertThat(response.message().toolCalls()).isEmpty();
        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @Test
    void bears_chunks_without_all_that_can_be_missing() {
        LlmResponse response = loopback.ask(
                Loopback.stream(
                        "{\"choices\":[{\"delta\":{\"content\":\"A\"}}]}",
                        "{\"choices\":[]}",
                        "{\"choices\":[{}]}",
                        "{}",
                        "{\"choices\":[{\"delta\":{\"content\":\"B\",\"tool_calls\":null},\"finish_reason\":\"stop\"}],\"usage\":null}"));

        assertThat(response.message().content()).containsExactly(new ContentBlock.Text("AB"));
        assertThat(response.usage()).isEqualTo(TokenUsage.NONE);
    }

    @Test
    void reads_usage_wherever_it_comes() {
        assertThat(loopback.ask(Loopback.stream(
                                "{\"choices\":[{\"delta\":{\"content\":\"A\"},\"finish_reason\":\"stop\"}],"
                                        + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}"))
                        .usage())
                .isEqualTo(TokenUsage.of(9, 2));
    }

    @Test
    void fails_when_the_stream_ends_before_the_answer_does() {
        assertThatThrownBy(() -> loopback.ask(Loopback.stream(delta("{\"content\":\"Half\"}"))))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void fails_on_data_that_is_no_json() {
        assertThatThrownBy(() -> loopback.ask(Loopback.stream("{oops")))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("could not be read");
    }

    private static String delta(String delta) {
        return "{\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}";
    }

    private static String calls(String... fragments) {
        return delta("{\"tool_calls\":[" + String.join(",", fragments) + "]}");
    }

    private static String finish(String reason) {
        return "{\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
    }
}
