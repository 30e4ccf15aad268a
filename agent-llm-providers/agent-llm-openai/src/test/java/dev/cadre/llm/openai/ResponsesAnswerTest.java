package dev.cadre.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmContextTooLongException;
import dev.cadre.llm.LlmRequest;
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

class ResponsesAnswerTest {

    @AutoClose
    private final Loopback loopback = Loopback.responses();

    @Test
    void reads_reasoning_text_and_parallel_calls_with_their_order() {
        List<ContentBlock> content = List.of(
                new ContentBlock.Thinking("Überlegen …", "b3BhcXVl"),
                new ContentBlock.Text("I read both. 🎉"),
                new ToolCall("c1", "Read", JsonText.read("{\"z\":{\"deep\":[1,2.5,null]},\"a\":\"é\"}")),
                new ToolCall("c2", "Todo", Map.of()));
        Loopback.Deltas deltas = new Loopback.Deltas();

        LlmResponse response = loopback.ask(
                WireReply.answer(new LlmResponse(
                        new Message.Assistant(content),
                        StopReason.TOOL_USE,
                        new TokenUsage(11, 22, 33, 0),
                        "gpt-6-sol")),
                deltas);

        ContentBlock.Thinking thinking =
                (ContentBlock.Thinking) response.message().content().get(0);
        assertThat(thinking.text()).isEqualTo("Überlegen …");
        assertThat(thinking.signature())
                .startsWith("openai:")
                .contains("b3BhcXVl")
                .contains("rs_0");
        assertThat(response.message().content().subList(1, 4)).isEqualTo(content.subList(1, 4));
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(response.usage()).isEqualTo(new TokenUsage(11, 22, 33, 0));
        assertThat(response.model()).isEqualTo("gpt-6-sol");
        assertThat(response.requestId()).isEqualTo(WireReply.REQUEST_ID);
        assertThat(String.join("", deltas.text)).isEqualTo("I read both. 🎉");
        assertThat(String.join("", deltas.thinking)).isEqualTo("Überlegen …");
    }

    @Test
    void sends_the_reasoning_of_an_answer_back_with_its_id_and_proof() {
        LlmResponse response = loopback.ask(WireReply.answer(new LlmResponse(
                new Message.Assistant(
                        List.of(new ContentBlock.Thinking("", "b3BhcXVl"), new ToolCall("c", "Read", Map.of()))),
                StopReason.TOOL_USE,
                TokenUsage.of(1, 1),
                "gpt-6-sol")));

        loopback.send(LlmRequest.builder(
                        "gpt-6-sol",
                        List.of(
                                Message.user("Go"),
                                response.message(),
                                new Message.User(List.of(dev.cadre.llm.ToolResult.of("c", "x")))))
                .build());

        assertThat(loopback.server.lastRequest().body())
                .contains("\"encrypted_content\":\"b3BhcXVl\"")
                .contains("\"id\":\"rs_0\"");
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
    @CsvSource({"max_output_tokens,MAX_TOKENS", "content_filter,REFUSAL", "something_new,OTHER"})
    void knows_why_an_answer_is_incomplete(String reason, StopReason expected) {
        LlmResponse response = loopback.ask(Loopback.stream("{\"type\":\"response.incomplete\",\"response\":"
                + "{\"incomplete_details\":{\"reason\":\"" + reason + "\"}}}"));

        assertThat(response.stopReason()).isEqualTo(expected);
        assertThat(response.stopDetail()).isEqualTo(reason);
    }

    @Test
    void takes_the_items_of_the_last_event_where_no_others_came() {
        LlmResponse response = loopback.ask(
                Loopback.stream(
                        "{\"type\":\"response.completed\",\"response\":{\"output\":["
                                + "{\"type\":\"hologram\",\"id\":\"h\"},"
                                + "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"A\"},{\"type\":\"smell\"}]},"
                                + "{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"Read\",\"arguments\":\"{\\\"p\\\":1}\"}]}}"));

        assertThat(response.message().content())
                .containsExactly(new ContentBlock.Text("A"), new ToolCall("c", "Read", Map.of("p", 1)));
        assertThat(response.usage()).isEqualTo(TokenUsage.NONE);
    }

    @Test
    void shows_reasoning_without_proof_but_does_not_sign_it() {
        LlmResponse response = loopback.ask(Loopback.stream(
                "{\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":{\"type\":\"reasoning\",\"id\":\"r\","
                        + "\"summary\":[],\"content\":[{\"type\":\"reasoning_text\",\"text\":\"Hm.\"}]}}",
                "{\"type\":\"response.completed\",\"response\":{}}"));

        assertThat(response.message().content()).containsExactly(new ContentBlock.Thinking("Hm.", ""));
    }

    @Test
    void leaves_out_a_call_that_was_cut_off() {
        LlmResponse response = loopback.ask(
                Loopback.stream(
                        "{\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":{\"type\":\"function_call\","
                                + "\"call_id\":\"c\",\"name\":\"Read\",\"arguments\":\"{\\\"p\",\"status\":\"incomplete\"}}",
                        "{\"type\":\"response.incomplete\",\"response\":{\"incomplete_details\":{\"reason\":\"max_output_tokens\"}}}"));

        assertThat(response.message().content()).isEmpty();
        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @Test
    void fails_as_the_answer_says_that_it_failed() {
        assertThatThrownBy(() -> loopback.ask(Loopback.stream("{\"type\":\"response.failed\",\"response\":{\"error\":"
                        + "{\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}}}")))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("slow down");
        assertThatThrownBy(() -> loopback.ask(Loopback.stream("{\"type\":\"response.failed\",\"response\":{\"error\":"
                        + "{\"code\":\"context_length_exceeded\",\"message\":\"too long\"}}}")))
                .isInstanceOf(LlmContextTooLongException.class);
    }

    @Test
    void fails_when_the_stream_ends_before_the_answer_does() {
        assertThatThrownBy(() -> loopback.ask(Loopback.stream("{\"type\":\"response.created\",\"response\":{}}")))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("broke off");
    }
}
