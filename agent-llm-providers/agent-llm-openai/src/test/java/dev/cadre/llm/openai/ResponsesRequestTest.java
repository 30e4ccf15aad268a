package dev.cadre.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.RequestOptions.Effort;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import dev.cadre.llm.testkit.json.JsonText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ResponsesRequestTest {

    @AutoClose
    private final Loopback loopback = Loopback.responses();

    @Test
    void keeps_nothing_at_the_service_and_asks_for_encrypted_reasoning() {
        Map<String, Object> sent =
                loopback.send(Loopback.request().system("Be brief.").build());

        assertThat(loopback.server.lastRequest().header("authorization")).contains("Bearer " + Loopback.KEY);
        assertThat(loopback.server.lastRequest().path()).isEqualTo("/v1/responses");
        assertThat(sent)
                .containsEntry("model", "gpt-6-sol")
                .containsEntry("stream", true)
                .containsEntry("store", false)
                .containsEntry("include", List.of("reasoning.encrypted_content"))
                .containsEntry("instructions", "Be brief.")
                .doesNotContainKeys("tools", "max_output_tokens", "temperature", "reasoning", "text");
    }

    @Test
    void asks_models_without_reasoning_for_none() {
        assertThat(loopback.send(LlmRequest.builder("gpt-4.1-mini", List.of(Message.user("Hi")))
                        .build()))
                .doesNotContainKey("include");
    }

    @Test
    void sends_options() {
        Map<String, Object> loose = Map.of("type", "object");
        RequestOptions options = RequestOptions.builder()
                .maxTokens(5)
                .temperature(0.5)
                .responseSchema(loose)
                .effort(Effort.MAX)
                .build();

        assertThat(loopback.send(Loopback.request().options(options).build()))
                .containsEntry("max_output_tokens", 16)
                .containsEntry("temperature", 0.5)
                .containsEntry("reasoning", Map.of("effort", "max", "summary", "auto"))
                .containsEntry(
                        "text",
                        Map.of(
                                "format",
                                Map.of("type", "json_schema", "name", "answer", "schema", loose, "strict", false)));
    }

    @Test
    void refuses_stop_sequences_which_the_api_does_not_have() {
        LlmRequest request = Loopback.request()
                .options(RequestOptions.builder().stopSequences(List.of("END")).build())
                .build();

        assertThatThrownBy(() -> loopback.client.generate(request))
                .isInstanceOf(LlmRequestException.class)
                .hasMessageContaining("api to chat");
    }

    @Test
    void sends_reasoning_items_back_as_they_came() {
        String item =
                "{\"id\":\"rs_1\",\"summary\":[{\"text\":\"Hm.\",\"type\":\"summary_text\"}],\"type\":\"reasoning\","
                        + "\"encrypted_content\":\"b3BhcXVl\",\"of_the_future\":[1]}";
        List<Message> messages = List.of(
                Message.user("Go"),
                new Message.Assistant(List.of(
                        new ContentBlock.Thinking("Hm.", "openai:" + item),
                        new ContentBlock.Thinking("of another vendor", "c2lnbmF0dXJl"),
                        new ContentBlock.Thinking("unsigned", ""),
                        new ContentBlock.Text("I read."),
                        new ToolCall("c1", "Read", JsonText.read("{\"z\":1,\"a\":{\"n\":null}}")))),
                new Message.User(List.of(
                        new ToolResult(
                                "c1",
                                List.of(new ContentBlock.Text("x"), new ContentBlock.Image("image/png", "aGk=")),
                                false),
                        new ContentBlock.Text("Go on."))));

        List<Map<String, Object>> input =
                list(loopback.send(LlmRequest.builder("gpt-6-sol", messages).build()), "input");

        assertThat(input.get(1)).isEqualTo(JsonText.read(item));
        assertThat(input.get(2)).containsEntry("role", "assistant").containsEntry("content", "I read.");
        assertThat(input.get(3))
                .containsEntry("type", "function_call")
                .containsEntry("call_id", "c1")
                .containsEntry("arguments", "{\"z\":1,\"a\":{\"n\":null}}");
        assertThat(input.get(4)).containsEntry("type", "function_call_output").containsEntry("call_id", "c1");
        assertThat(list(input.get(4), "output"))
                .extracting(part -> part.get("type"))
                .containsExactly("input_text", "input_image");
        assertThat(list(input.get(5), "content")).containsExactly(Map.of("type", "input_text", "text", "Go on."));
        assertThat(input).hasSize(6);
    }

    @Test
    void sends_results_of_text_as_one_text() {
        List<Message> messages = List.of(
                Message.user("Go"),
                new Message.Assistant(List.of(new ToolCall("c1", "Read", Map.of()))),
                new Message.User(List.of(ToolResult.of("c1", ""))));

        assertThat(list(loopback.send(LlmRequest.builder("gpt-6-sol", messages).build()), "input")
                        .get(2))
                .containsEntry("output", "");
    }

    @Test
    void sends_tools_images_and_files() {
        Map<String, Object> sent = loopback.send(Loopback.request(
                        new ContentBlock.Image("image/png", "aGk="),
                        new ContentBlock.Document("application/pdf", "cGRm", ""))
                .tools(List.of(new ToolSpec("Read", "Reads.", Map.of("type", "object"))))
                .build());

        assertThat(list(sent, "tools"))
                .containsExactly(Map.of(
                        "type",
                        "function",
                        "name",
                        "Read",
                        "description",
                        "Reads.",
                        "strict",
                        false,
                        "parameters",
                        Map.of("type", "object")));
        assertThat(list(list(sent, "input").get(0), "content"))
                .containsExactly(
                        Map.of("type", "input_image", "detail", "auto", "image_url", "data:image/png;base64,aGk="),
                        Map.of(
                                "type",
                                "input_file",
                                "filename",
                                "document.pdf",
                                "file_data",
                                "data:application/pdf;base64,cGRm"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        return (List<Map<String, Object>>) object.get(key);
    }
}
