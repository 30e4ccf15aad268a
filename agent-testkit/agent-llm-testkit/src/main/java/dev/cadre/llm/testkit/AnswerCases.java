package dev.cadre.llm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.testkit.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Are the cases of {@link LlmProviderContract} about answers that must arrive as the model gave them. */
interface AnswerCases extends ContractCase {

    static Stream<String> texts() {
        return Stream.of(
                "Hello",
                "Zwölf Boxkämpfer",
                "🌍👩‍👩‍👧‍👦🇩🇪",
                "你好，世界",
                "שלום العالم",
                " leading and trailing \n",
                "tabs\tand\r\nlines\n\n\n",
                "quotes \" ' ` and \\ backslashes \\n",
                "data: {\"no\":\"event\"}\n\nevent: stop\n\n",
                "[DONE]",
                "\u0000\u0007\u001b[31m\u2028\u2029\ufeff",
                "<thinking>&amp;</thinking>",
                "0123456789 ".repeat(5_000));
    }

    static Stream<String> inputs() {
        return Stream.of(
                "{}",
                "{\"z\":1,\"a\":2,\"m\":3}",
                "{\"text\":\"Grüße 🌍 \\\"x\\\" \\\\ \\n\"}",
                "{\"none\":null,\"yes\":true,\"no\":false}",
                "{\"list\":[1,[2,[3,{}]],[]]}",
                "{\"deep\":{\"deep\":{\"deep\":{\"deep\":{\"list\":[{\"x\":\"y\"}]}}}}}",
                "{\"max\":9007199254740991,\"min\":-9007199254740991,\"half\":0.5}",
                "{\"\":\"\",\" \":\" \"}",
                "{\"command\":\"git log --format='%H %s' | head -3\\necho \\\"$HOME\\\"\"}",
                "{\"content\":\"" + "x".repeat(40_000) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    default void keeps_texts(String text) {
        needs(ContractFeature.SCRIPTED);
        Told told = new Told();
        backend().answer(ContractCase.text(text));

        LlmResponse response = generate(ContractCase.hello(), told);

        assertThat(response.message().content()).containsExactly(new ContentBlock.Text(text));
        assertThat(told.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    default void keeps_inputs_of_tools_and_their_order(String json) {
        needs(ContractFeature.SCRIPTED);
        ToolCall call = new ToolCall("call-9", "Read", JsonText.read(json));
        backend().answer(ContractCase.response(StopReason.TOOL_USE, call));

        List<ToolCall> calls = generate(ContractRequests.withTool(ContractCase.hello()))
                .message()
                .toolCalls();

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).id()).isEqualTo("call-9");
        assertThat(JsonText.write(calls.get(0).input())).isEqualTo(json);
    }

    @Test
    default void keeps_parallel_calls_in_order_behind_their_text() {
        needs(ContractFeature.SCRIPTED);
        ContentBlock text = new ContentBlock.Text("Both.");
        ToolCall one = new ToolCall("call-1", "Read", Map.of("file_path", "a"));
        ToolCall two = new ToolCall("call-2", "Read", Map.of("file_path", "b"));
        ToolCall three = new ToolCall("call-3", "Read", Map.of());
        backend().answer(ContractCase.response(StopReason.TOOL_USE, text, one, two, three));

        Message.Assistant message =
                generate(ContractRequests.withTool(ContractCase.hello())).message();

        assertThat(message.content()).containsExactly(text, one, two, three);
    }

    @Test
    default void keeps_the_places_of_texts_among_calls() {
        needs(ContractFeature.SCRIPTED, ContractFeature.ORDERED_BLOCKS);
        ContentBlock before = new ContentBlock.Text("Before.");
        ToolCall call = new ToolCall("call-1", "Read", Map.of("file_path", "a"));
        ContentBlock after = new ContentBlock.Text("After.");
        backend().answer(ContractCase.response(StopReason.TOOL_USE, before, call, after));

        assertThat(generate(ContractRequests.withTool(ContractCase.hello()))
                        .message()
                        .content())
                .containsExactly(before, call, after);
    }

    @ParameterizedTest
    @EnumSource
    default void maps_stop_reasons(StopReason reason) {
        needs(ContractFeature.SCRIPTED);
        if (reason == StopReason.STOP_SEQUENCE) {
            needs(ContractFeature.STOP_SEQUENCES);
        } else if (reason == StopReason.REFUSAL) {
            needs(ContractFeature.REFUSALS);
        } else if (reason == StopReason.PAUSE) {
            needs(ContractFeature.PAUSES);
        }
        ContentBlock block = reason == StopReason.TOOL_USE
                ? new ToolCall("call-1", "Read", Map.of())
                : new ContentBlock.Text("So far.");
        backend().answer(ContractCase.response(reason, block));

        assertThat(generate(ContractRequests.withTool(ContractCase.hello())).stopReason())
                .isEqualTo(reason);
    }

    @Test
    default void tells_the_usage() {
        needs(ContractFeature.SCRIPTED);
        backend().answer(counted(new TokenUsage(1_234, 567, 0, 0)));

        assertThat(generate(ContractCase.hello()).usage()).isEqualTo(new TokenUsage(1_234, 567, 0, 0));
    }

    @Test
    default void counts_no_token_twice_that_came_from_a_cache() {
        needs(ContractFeature.SCRIPTED, ContractFeature.CACHE_READ_USAGE);
        backend().answer(counted(new TokenUsage(34, 567, 1_200, 0)));

        assertThat(generate(ContractCase.hello()).usage()).isEqualTo(new TokenUsage(34, 567, 1_200, 0));
    }

    @Test
    default void tells_the_tokens_written_to_a_cache() {
        needs(ContractFeature.SCRIPTED, ContractFeature.CACHE_WRITE_USAGE);
        backend().answer(counted(new TokenUsage(34, 567, 0, 1_100)));

        assertThat(generate(ContractCase.hello()).usage()).isEqualTo(new TokenUsage(34, 567, 0, 1_100));
    }

    private static LlmResponse counted(TokenUsage usage) {
        return new LlmResponse(Message.assistant("Counted."), StopReason.END_TURN, usage, "contract-model");
    }

    @Test
    default void names_the_model_that_answered() {
        needs(ContractFeature.SCRIPTED);
        backend().answer(ContractCase.text("Hello"));

        assertThat(generate(ContractCase.hello()).model()).isEqualTo("contract-model");
    }

    @Test
    default void tells_thinking_apart_from_text() {
        needs(ContractFeature.SCRIPTED, ContractFeature.THINKING);
        Told told = new Told();
        backend()
                .answer(ContractCase.response(
                        StopReason.END_TURN,
                        new ContentBlock.Thinking("Let me see.", "c2lnbmF0dXJl"),
                        new ContentBlock.Text("Yes.")));

        LlmResponse response = generate(ContractCase.hello(), told);

        assertThat(told.thinking()).isEqualTo("Let me see.");
        assertThat(told.text()).isEqualTo("Yes.");
        assertThat(response.message().content()).hasSize(2);
        assertThat(((ContentBlock.Thinking) response.message().content().get(0)).text())
                .isEqualTo("Let me see.");
    }

    @Test
    default void keeps_signatures_and_takes_them_back() {
        needs(ContractFeature.SCRIPTED, ContractFeature.SIGNATURES);
        ToolCall call = new ToolCall("call-1", "Read", Map.of("file_path", "a"));
        backend()
                .answer(ContractCase.response(
                        StopReason.TOOL_USE, new ContentBlock.Thinking("Hm.", "c2lnbmF0dXJl"), call));
        backend().answer(ContractCase.text("Done."));
        LlmRequest request = ContractRequests.withTool(ContractCase.hello());

        Message.Assistant first = generate(request).message();
        LlmResponse second = generate(ContractRequests.withTool(ContractRequests.request(
                Message.user("Hello"), first, ContractRequests.user(ToolResult.of("call-1", "x")))));

        assertThat(((ContentBlock.Thinking) first.content().get(0)).signature()).contains("c2lnbmF0dXJl");
        assertThat(second.message().text()).isEqualTo("Done.");
        backend().assertFinished();
    }
}
