package dev.cadre.llm.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.models.ErrorResponse;
import com.anthropic.models.messages.RawMessageStreamEvent;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what the loopback server sends against the vendor's own types: a client is only as proven as its server is true. */
class WireFixturesTest {

    private static LlmResponse response(StopReason reason) {
        return new LlmResponse(
                new Message.Assistant(List.of(
                        new ContentBlock.Thinking("Let me see.", "c2ln"),
                        new ContentBlock.Text("Grüße, 🌍!"),
                        new ToolCall("toolu_1", "Read", Map.of("file_path", "ä.md")),
                        new ToolCall("toolu_2", "List", Map.of()))),
                reason,
                new TokenUsage(11, 7, 5, 3),
                "claude-sonnet-5-5");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void streams_are_valid(StopReason reason) {
        List<String> events = data(WireReply.answer(response(reason)).body(WireApi.ANTHROPIC_MESSAGES, true));

        assertThat(events).hasSizeGreaterThan(12).allSatisfy(json -> {
            if (!json.contains("\"ping\"")) { // Documented, and left out of the vendor's types.
                VendorTypes.read(json, RawMessageStreamEvent.class).validate();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void whole_answers_are_valid(StopReason reason) {
        String json = WireReply.answer(response(reason)).body(WireApi.ANTHROPIC_MESSAGES, false);

        assertThat(VendorTypes.read(json, com.anthropic.models.messages.Message.class)
                        .isValid())
                .as(json)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {400, 401, 402, 403, 404, 429, 500, 504, 529}) // 413 is documented, but not in the vendor's types.
    void errors_are_valid(int status) {
        String json = WireReply.error(status, "No.").body(WireApi.ANTHROPIC_MESSAGES, false);

        assertThat(VendorTypes.read(json, ErrorResponse.class).isValid())
                .as(json)
                .isTrue();
    }

    private static List<String> data(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .toList();
    }
}
