package dev.cadre.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfflineLlmTest {

    private final LlmClient client = OfflineLlm.create();

    @Test
    void is_found_as_a_provider() {
        LlmClient found = LlmProviders.load().client("offline", LlmSettings.defaults());

        assertThat(found.defaultModel()).isEqualTo("extract-1");
        assertThat(found.resolveModel("sonnet")).contains("extract-1");
    }

    @Test
    void says_that_it_is_no_language_model_and_uses_no_tokens() {
        LlmResponse response = client.generate(request(List.of()).build());

        assertThat(response.message().text()).contains("offline model").contains("it does not think");
        assertThat(response.stopReason()).isEqualTo(StopReason.END_TURN);
        assertThat(response.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(response.model()).isEqualTo("extract-1");
    }

    @Test
    void says_what_it_would_need_when_it_has_no_tool() {
        String answer = client.generate(request(List.of()).build()).message().text();

        assertThat(answer)
                .contains("I was given no tool")
                .contains("Read")
                .contains("COLLECTION.md")
                .contains("plans/summer.txt")
                .contains("Lighting");
    }

    @Test
    void begins_with_a_plan_and_a_look_around() {
        LlmResponse response = client.generate(request(FakeTools.ALL).build());

        List<ToolCall> calls = response.message().toolCalls();
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(calls.get(0).name()).isEqualTo("TodoWrite");
        assertThat(calls.get(0).input().toString())
                .contains("Read COLLECTION.md, BUDGET.md")
                .contains("Find evidence: Lighting")
                .contains("Write plans/summer.txt")
                .contains("Go through the checklist (2 items)");
        assertThat(calls).extracting(ToolCall::name).contains("Glob", "Grep").doesNotContain("Read", "Write");
        assertThat(calls).extracting(ToolCall::id).doesNotHaveDuplicates();
    }

    @Test
    void tells_the_listener_what_it_says() {
        List<String> heard = new ArrayList<>();
        LlmListener listener = new LlmListener() {
            @Override
            public void onText(String delta) {
                heard.add(delta);
            }
        };

        LlmResponse response = client.generate(request(List.of()).build(), listener, CancellationToken.create());

        assertThat(String.join("", heard)).isEqualTo(response.message().text());
    }

    @Test
    void stops_when_cancelled() {
        CancellationToken token = CancellationToken.create();
        token.cancel();

        assertThatThrownBy(() -> client.generate(request(FakeTools.ALL).build(), LlmListener.none(), token))
                .isInstanceOf(LlmCancelledException.class);
    }

    @Test
    void refuses_a_schema_that_it_can_not_follow() {
        LlmRequest request = request(List.of())
                .options(RequestOptions.builder()
                        .responseSchema(Map.of("type", "object"))
                        .build())
                .build();

        assertThatThrownBy(() -> client.generate(request))
                .isInstanceOf(LlmRequestException.class)
                .hasMessageContaining("can't answer by a schema");
    }

    @Test
    void works_anew_at_the_next_prompt_of_a_session() {
        List<Message> session = List.of(
                Message.user("first"),
                client.generate(request(FakeTools.ALL).build()).message(),
                Message.user("second"));

        LlmResponse response = client.generate(LlmRequest.builder("extract-1", session)
                .system(Fixture.MUSEUM.prompt())
                .tools(FakeTools.specs(FakeTools.ALL))
                .build());

        assertThat(response.message().toolCalls()).extracting(ToolCall::name).startsWith("TodoWrite", "Glob");
        assertThat(response.message().toolCalls())
                .extracting(ToolCall::id)
                .doesNotContainAnyElementsOf(((Message.Assistant) session.get(1))
                        .toolCalls().stream().map(ToolCall::id).toList());
    }

    private static LlmRequest.Builder request(List<String> tools) {
        return LlmRequest.builder("extract-1", List.of(Message.user("Plan it")))
                .system(Fixture.MUSEUM.prompt())
                .tools(FakeTools.specs(tools));
    }
}
