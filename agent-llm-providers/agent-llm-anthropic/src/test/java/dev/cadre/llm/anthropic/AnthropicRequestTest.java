package dev.cadre.llm.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.RequestOptions.Effort;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import dev.cadre.llm.testkit.json.JsonText;
import dev.cadre.llm.testkit.wire.WireReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AnthropicRequestTest {

    private static final Map<String, Object> MARK = Map.of("type", "ephemeral");

    @AutoClose
    private final Loopback loopback = new Loopback();

    @Test
    void sends_key_version_and_stream() {
        Map<String, Object> sent = loopback.send(Loopback.request());

        assertThat(loopback.server.lastRequest().header("x-api-key")).contains(Loopback.KEY);
        assertThat(loopback.server.lastRequest().path()).isEqualTo("/v1/messages");
        assertThat(sent)
                .containsEntry("model", "claude-sonnet-5-5")
                .containsEntry("stream", true)
                .containsEntry("max_tokens", 32_000)
                .doesNotContainKeys("system", "tools", "thinking", "output_config", "temperature", "stop_sequences");
    }

    @Test
    void sends_options() {
        RequestOptions options = RequestOptions.builder()
                .maxTokens(77)
                .temperature(0.5)
                .stopSequences(List.of("END"))
                .responseSchema(Map.of("type", "object"))
                .effort(Effort.XHIGH)
                .build();

        Map<String, Object> sent = loopback.send(
                Loopback.request(new ContentBlock.Text("Hi")).options(options).build());

        assertThat(sent)
                .containsEntry("max_tokens", 77)
                .containsEntry("temperature", 0.5)
                .containsEntry("stop_sequences", List.of("END"))
                .containsEntry("thinking", Map.of("type", "adaptive", "display", "summarized"))
                .containsEntry(
                        "output_config",
                        Map.of(
                                "effort",
                                "xhigh",
                                "format",
                                Map.of("type", "json_schema", "schema", Map.of("type", "object"))));
    }

    @Test
    void gives_older_models_a_budget_instead_of_an_effort() {
        LlmRequest request = LlmRequest.builder("claude-haiku-4-5", List.of(Message.user("Hi")))
                .options(RequestOptions.builder()
                        .effort(Effort.HIGH)
                        .maxTokens(9000)
                        .build())
                .build();

        assertThat(loopback.send(request))
                .containsEntry("thinking", Map.of("type", "enabled", "budget_tokens", 3000))
                .doesNotContainKey("output_config");
    }

    @Test
    void keeps_the_order_of_a_schema() {
        String properties = "{\"z\":{\"type\":\"string\"},\"a\":{\"type\":\"integer\"},\"m\":{\"enum\":[2,1]}}";
        loopback.send(Loopback.request(new ContentBlock.Text("Hi"))
                .tools(List.of(new ToolSpec(
                        "Read", "Reads.", JsonText.read("{\"type\":\"object\",\"properties\":" + properties + "}"))))
                .build());

        assertThat(loopback.server.lastRequest().body()).contains("\"properties\":" + properties);
    }

    @Test
    void marks_tools_system_and_the_last_two_user_messages_for_the_cache() {
        List<Message> messages = List.of(
                Message.user("one"),
                Message.assistant("two"),
                Message.user("three"),
                Message.assistant("four"),
                Message.user("five"));
        ToolSpec tool = new ToolSpec("Read", "Reads.", Map.of("type", "object"));
        Map<String, Object> sent = loopback.send(LlmRequest.builder("claude-sonnet-5-5", messages)
                .system("Be brief.")
                .tools(List.of(tool, new ToolSpec("Write", "Writes.", Map.of("type", "object"))))
                .build());

        assertThat(list(sent, "tools").get(0)).doesNotContainKey("cache_control");
        assertThat(list(sent, "tools").get(1)).containsEntry("cache_control", MARK);
        assertThat(list(sent, "system").get(0))
                .containsEntry("text", "Be brief.")
                .containsEntry("cache_control", MARK);
        assertThat(list(sent, "messages"))
                .extracting(message -> list(message, "content").get(0).containsKey("cache_control"))
                .containsExactly(false, false, true, false, true);
    }

    @Test
    void marks_nothing_when_the_cache_is_off() {
        loopback.server.enqueue(WireReply.says("ok"));
        loopback.client(LlmSettings.builder().property("cache", "off"))
                .generate(Loopback.request(new ContentBlock.Text("Hi"))
                        .system("s")
                        .build());

        assertThat(loopback.server.lastRequest().body()).doesNotContain("cache_control");
    }

    @Test
    void sends_images_and_documents() {
        String text = Base64.getEncoder().encodeToString("né".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> sent = loopback.send(Loopback.request(
                        new ContentBlock.Image("image/png", "aGk="),
                        new ContentBlock.Document("application/pdf", "cGRm", "spec.pdf"),
                        new ContentBlock.Document("text/markdown", text, ""))
                .build());

        List<Map<String, Object>> content = list(list(sent, "messages").get(0), "content");
        assertThat(content.get(0))
                .containsEntry("source", Map.of("type", "base64", "media_type", "image/png", "data", "aGk="));
        assertThat(content.get(1))
                .containsEntry("type", "document")
                .containsEntry("title", "spec.pdf")
                .containsEntry("source", Map.of("type", "base64", "media_type", "application/pdf", "data", "cGRm"));
        assertThat(content.get(2))
                .containsEntry("source", Map.of("type", "text", "media_type", "text/plain", "data", "né"));
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

    @Test
    void sends_a_turn_of_thinking_calls_and_results_back_unchanged() {
        List<Message> messages = List.of(
                Message.user("Go"),
                new Message.Assistant(List.of(
                        new ContentBlock.Thinking("Let me see.", "sig+/=="),
                        new ContentBlock.Thinking("", "anthropic:redacted:b3BhcXVl"),
                        new ContentBlock.Thinking("of another vendor", "openai:x"),
                        new ContentBlock.Thinking("unsigned", ""),
                        new ContentBlock.Text(""),
                        new ToolCall("toolu_1", "Read", JsonText.read("{\"z\":1,\"a\":{\"n\":null}}")),
                        new ToolCall("toolu_2", "Read", Map.of()))),
                new Message.User(List.of(
                        new ContentBlock.Text("Note."),
                        new ToolResult(
                                "toolu_1",
                                List.of(new ContentBlock.Text("x"), new ContentBlock.Image("image/png", "aGk=")),
                                false),
                        new ToolResult("toolu_2", List.of(), true))));

        Map<String, Object> sent =
                loopback.send(LlmRequest.builder("claude-sonnet-5-5", messages).build());

        assertThat(list(list(sent, "messages").get(1), "content"))
                .containsExactly(
                        Map.of("type", "thinking", "thinking", "Let me see.", "signature", "sig+/=="),
                        Map.of("type", "redacted_thinking", "data", "b3BhcXVl"),
                        Map.of(
                                "type",
                                "tool_use",
                                "id",
                                "toolu_1",
                                "name",
                                "Read",
                                "input",
                                JsonText.read("{\"z\":1,\"a\":{\"n\":null}}")),
                        Map.of("type", "tool_use", "id", "toolu_2", "name", "Read", "input", Map.of()));
        List<Map<String, Object>> results = list(list(sent, "messages").get(2), "content");
        assertThat(results)
                .extracting(block -> block.get("type"))
                .containsExactly("tool_result", "tool_result", "text");
        assertThat(list(results.get(0), "content")).hasSize(2);
        assertThat(results.get(1)).containsEntry("is_error", true).doesNotContainKey("content");
    }

    @Test
    void sends_the_same_bytes_for_the_same_request() {
        LlmRequest request = Loopback.request(new ContentBlock.Text("Hi"))
                .tools(List.of(new ToolSpec("Read", "Reads.", JsonText.read("{\"type\":\"object\",\"b\":1,\"a\":2}"))))
                .build();
        loopback.send(request);
        loopback.send(request);

        assertThat(loopback.server.requests().get(0).body())
                .isEqualTo(loopback.server.requests().get(1).body());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        return (List<Map<String, Object>>) object.get(key);
    }
}
