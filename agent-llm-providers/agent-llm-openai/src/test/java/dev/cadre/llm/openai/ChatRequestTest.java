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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ChatRequestTest {

    @AutoClose
    private final Loopback loopback = Loopback.chat();

    @Test
    void sends_key_stream_and_the_wish_for_usage() {
        Map<String, Object> sent =
                loopback.send(Loopback.request().system("Be brief.").build());

        assertThat(loopback.server.lastRequest().header("authorization")).contains("Bearer " + Loopback.KEY);
        assertThat(loopback.server.lastRequest().path()).isEqualTo("/v1/chat/completions");
        assertThat(sent)
                .containsEntry("model", "gpt-6-sol")
                .containsEntry("stream", true)
                .containsEntry("stream_options", Map.of("include_usage", true))
                .containsEntry(
                        "messages",
                        List.of(
                                Map.of("role", "system", "content", "Be brief."),
                                Map.of("role", "user", "content", "Hello")))
                .doesNotContainKeys("tools", "max_tokens", "temperature", "stop", "reasoning_effort");
    }

    @Test
    void sends_options() {
        Map<String, Object> strict = JsonText.read("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
                + "\"required\":[\"a\"],\"additionalProperties\":false}");
        RequestOptions options = RequestOptions.builder()
                .maxTokens(77)
                .temperature(0.5)
                .stopSequences(List.of("END"))
                .responseSchema(strict)
                .effort(Effort.HIGH)
                .build();

        assertThat(loopback.send(Loopback.request().options(options).build()))
                .containsEntry("max_tokens", 77)
                .containsEntry("temperature", 0.5)
                .containsEntry("stop", List.of("END"))
                .containsEntry("reasoning_effort", "high")
                .containsEntry(
                        "response_format",
                        Map.of(
                                "type",
                                "json_schema",
                                "json_schema",
                                Map.of("name", "answer", "schema", strict, "strict", true)));
    }

    @Test
    void sends_tools_with_the_order_of_their_schemas() {
        String properties = "{\"z\":{\"type\":\"string\"},\"a\":{\"type\":\"integer\"},\"m\":{\"enum\":[2,1]}}";
        loopback.send(Loopback.request()
                .tools(List.of(new ToolSpec(
                        "Read", "Reads.", JsonText.read("{\"type\":\"object\",\"properties\":" + properties + "}"))))
                .build());

        assertThat(loopback.server.lastRequest().body()).contains("\"properties\":" + properties);
    }

    @Test
    void sends_a_turn_of_calls_and_results() {
        List<Message> messages = List.of(
                Message.user("Go"),
                new Message.Assistant(List.of(
                        new ContentBlock.Thinking("Hm.", "sig"),
                        new ContentBlock.Text("I read."),
                        new ToolCall("c1", "Read", JsonText.read("{\"z\":1,\"a\":null}")),
                        new ToolCall("c2", "Read", Map.of()))),
                new Message.User(List.of(
                        new ContentBlock.Text("Note."),
                        new ToolResult(
                                "c1",
                                List.of(new ContentBlock.Text("x"), new ContentBlock.Image("image/png", "aGk=")),
                                false),
                        ToolResult.error("c2", "denied"))));

        List<Map<String, Object>> sent =
                list(loopback.send(LlmRequest.builder("m", messages).build()), "messages");

        assertThat(sent)
                .extracting(message -> message.get("role"))
                .containsExactly("user", "assistant", "tool", "tool", "user");
        assertThat(sent.get(1)).containsEntry("content", "I read.").doesNotContainKey("reasoning_content");
        assertThat(list(sent.get(1), "tool_calls").get(0))
                .containsEntry("id", "c1")
                .containsEntry("function", Map.of("name", "Read", "arguments", "{\"z\":1,\"a\":null}"));
        assertThat(sent.get(2)).containsEntry("tool_call_id", "c1").containsEntry("content", "x");
        assertThat(sent.get(3)).containsEntry("tool_call_id", "c2").containsEntry("content", "denied");
        assertThat(list(sent.get(4), "content"))
                .containsExactly(
                        Map.of("type", "image_url", "image_url", Map.of("url", "data:image/png;base64,aGk=")),
                        Map.of("type", "text", "text", "Note."));
    }

    @Test
    void sends_documents_as_files_or_as_their_text() {
        String text = Base64.getEncoder().encodeToString("né".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> sent = loopback.send(Loopback.request(
                        new ContentBlock.Document("application/pdf", "cGRm", "spec.pdf"),
                        new ContentBlock.Document("text/markdown", text, "notes.md"))
                .build());

        assertThat(list(list(sent, "messages").get(0), "content"))
                .containsExactly(
                        Map.of(
                                "type",
                                "file",
                                "file",
                                Map.of("filename", "spec.pdf", "file_data", "data:application/pdf;base64,cGRm")),
                        Map.of("type", "text", "text", "notes.md\n\nné"));
    }

    @Test
    void refuses_a_document_that_no_model_reads_before_any_call() {
        LlmRequest request = Loopback.request(new ContentBlock.Document("application/zip", "", ""))
                .build();

        assertThatThrownBy(() -> loopback.client.generate(request))
                .isInstanceOf(LlmRequestException.class)
                .hasMessageContaining("application/zip");
        assertThat(loopback.server.requests()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        return (List<Map<String, Object>>) object.get(key);
    }
}
