package dev.cadre.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseStreamEvent;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.wire.WireApi;
import dev.cadre.llm.testkit.wire.WireReply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what the loopback server sends against the vendor's own types: a client is only as proven as its server is true. */
class WireFixturesTest {

    private static WireReply reply(StopReason reason) {
        return WireReply.answer(new LlmResponse(
                new Message.Assistant(List.of(
                        new ContentBlock.Thinking("Let me see.", "c2ln"),
                        new ContentBlock.Text("Grüße, 🌍!"),
                        new ToolCall("call_1", "Read", Map.of("file_path", "ä.md")),
                        new ToolCall("call_2", "List", Map.of()))),
                reason,
                new TokenUsage(11, 7, 5, 3),
                "gpt-6-sol"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAUSE", "OTHER"})
    void chat_streams_are_valid(StopReason reason) {
        assertThat(data(reply(reason).body(WireApi.OPENAI_CHAT, true)))
                .hasSizeGreaterThan(8)
                .allSatisfy(json ->
                        VendorTypes.read(json, ChatCompletionChunk.class).validate());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAUSE", "OTHER"})
    void whole_chat_completions_are_valid(StopReason reason) {
        VendorTypes.read(reply(reason).body(WireApi.OPENAI_CHAT, false), ChatCompletion.class)
                .validate();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAUSE", "OTHER"})
    void responses_streams_are_valid(StopReason reason) {
        assertThat(data(reply(reason).body(WireApi.OPENAI_RESPONSES, true)))
                .hasSizeGreaterThan(8)
                .allSatisfy(json ->
                        VendorTypes.read(json, ResponseStreamEvent.class).validate());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAUSE", "OTHER"})
    void whole_responses_are_valid(StopReason reason) {
        VendorTypes.read(reply(reason).body(WireApi.OPENAI_RESPONSES, false), Response.class)
                .validate();
    }

    private static List<String> data(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> line.substring("data: ".length()))
                .toList();
    }
}
