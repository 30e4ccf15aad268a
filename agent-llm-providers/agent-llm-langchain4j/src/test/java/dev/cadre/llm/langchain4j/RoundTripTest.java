package dev.cadre.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import dev.cadre.llm.testkit.ScriptedLlm;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sends requests from our words to LangChain4j's and back. */
class RoundTripTest {

    private static final ToolSpec TOOL = new ToolSpec(
            "Read",
            "Reads.",
            Map.of("type", "object", "properties", Map.of("path", Map.of("type", "string", "pattern", "^a"))));

    private final LlmRequest request = LlmRequest.builder(
                    "scripted",
                    List.of(
                            Message.user("Look."),
                            new Message.Assistant(List.of(
                                    new ContentBlock.Text("I look."), new ToolCall("c1", "Read", Map.of("path", "a")))),
                            new Message.User(List.of(
                                    new ToolResult(
                                            "c1",
                                            List.of(
                                                    new ContentBlock.Text("x"),
                                                    new ContentBlock.Image("image/png", "aGk=")),
                                            true),
                                    new ContentBlock.Document("application/pdf", "aGk=", ""),
                                    new ContentBlock.Text("Go on.")))))
            .system("Be brief.")
            .tools(List.of(TOOL))
            .options(RequestOptions.builder()
                    .maxTokens(99)
                    .temperature(0.25)
                    .stopSequences(List.of("END"))
                    .build())
            .build();

    @Test
    void says_the_same_after_a_round_trip() {
        ScriptedLlm llm = ScriptedLlm.script().says("Done.").says("Done.").build();

        LlmClient blocking = LangChain4j.client(LangChain4j.chatModel(llm));
        LlmClient streaming = LangChain4j.client(LangChain4j.streamingChatModel(llm));

        assertThat(blocking.generate(request).message().text()).isEqualTo("Done.");
        assertThat(streaming.generate(request).message().text()).isEqualTo("Done.");
        for (LlmRequest arrived : llm.requests()) {
            assertThat(arrived.system()).isEqualTo(request.system());
            assertThat(arrived.messages()).isEqualTo(request.messages());
            assertThat(arrived.tools()).isEqualTo(request.tools());
            assertThat(arrived.options()).isEqualTo(request.options());
        }
    }

    @Test
    void streams_through_both_bridges() {
        ScriptedLlm llm = ScriptedLlm.script().streams("one ", "two").build();
        StringBuilder told = new StringBuilder();
        LlmListener listener = new LlmListener() {
            @Override
            public void onText(String delta) {
                told.append('[').append(delta).append(']');
            }
        };

        LangChain4j.client(LangChain4j.streamingChatModel(llm)).generate(request, listener, CancellationToken.create());

        assertThat(told).hasToString("[one ][two]");
    }

    @Test
    void keeps_signatures_through_both_bridges() {
        ScriptedLlm llm = ScriptedLlm.script()
                .answers(
                        List.of(new ContentBlock.Thinking("Hm.", "c2ln"), new ContentBlock.Text("Yes.")),
                        StopReason.END_TURN)
                .says("Done.")
                .build();
        LlmClient client = LangChain4j.client(LangChain4j.chatModel(llm));

        LlmResponse first = client.generate(request);
        client.generate(
                LlmRequest.builder("scripted", List.of(Message.user("Why?"), first.message(), Message.user("And?")))
                        .build());

        assertThat(llm.requests().get(1).messages().get(1).content())
                .first()
                .isEqualTo(new ContentBlock.Thinking("Hm.", "c2ln"));
    }

    @Test
    void fails_in_the_words_of_each_side() {
        ScriptedLlm llm = ScriptedLlm.script()
                .fails(new LlmRetryableException("overloaded", null, null))
                .fails(new LlmRetryableException("overloaded", null, null))
                .fails(new LlmAuthenticationException("no key", null))
                .build();
        ChatRequest hello =
                ChatRequest.builder().messages(UserMessage.from("Hello")).build();

        assertThatThrownBy(() -> LangChain4j.client(LangChain4j.chatModel(llm)).generate(request))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("overloaded");
        assertThatThrownBy(() -> LangChain4j.chatModel(llm).chat(hello)).isInstanceOf(RetriableException.class);
        assertThatThrownBy(() -> LangChain4j.chatModel(llm).chat(hello)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void passes_on_an_input_that_is_no_json_for_the_tool_to_refuse() {
        assertThat(JsonText.toolInput("{\"path\": ")).containsEntry(JsonText.UNREADABLE, "{\"path\": ");
        assertThat(JsonText.toolInput("")).isEmpty();
    }
}
