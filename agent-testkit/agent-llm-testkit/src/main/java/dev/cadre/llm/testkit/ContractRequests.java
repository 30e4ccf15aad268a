package dev.cadre.llm.testkit;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds requests of all shapes that an agent sends; the model is to be set. */
final class ContractRequests {

    static final ToolSpec READ = new ToolSpec(
            "Read",
            "Reads a file.",
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("file_path", Map.of("type", "string", "description", "The file")),
                    "required",
                    List.of("file_path")));

    private static final ToolCall CALL = new ToolCall("call-1", "Read", Map.of("file_path", "a.md"));
    private static final ToolCall SECOND_CALL = new ToolCall("call-2", "Read", Map.of("file_path", "b.md"));

    private ContractRequests() {}

    static Map<String, LlmRequest> all() {
        Map<String, LlmRequest> all = new LinkedHashMap<>();
        all.put("one text", request(Message.user("Hello")));
        all.put(
                "a system prompt",
                request(Message.user("Hello")).toBuilder().system("Be brief.").build());
        all.put(
                "a conversation",
                request(Message.user("Hello"), Message.assistant("Hello!"), Message.user("How are you?")));
        all.put("several texts in a message", request(user(text("One."), text("Two."), text("Three."))));
        all.put("letters of all kinds", request(Message.user("Grüße\t\"你好\"\\ \u0007 🌍 \u2028 שלום\r\n")));
        all.put("a tool", withTool(request(Message.user("Read a.md"))));
        all.put("a tool without parameters", withTools(1));
        all.put("many tools", withTools(40));
        all.put("a tool result", toolResult(ToolResult.of("call-1", "content")));
        all.put("a failed tool result", toolResult(ToolResult.error("call-1", "no such file")));
        all.put("an empty tool result", toolResult(new ToolResult("call-1", List.of(), false)));
        all.put("a tool result with an empty text", toolResult(ToolResult.of("call-1", "")));
        all.put(
                "a tool result and a text",
                withTool(request(
                        Message.user("Read a.md"),
                        assistant(CALL),
                        user(ToolResult.of("call-1", "x"), text("Go on.")))));
        all.put(
                "results of parallel calls",
                withTool(request(
                        Message.user("Read both"),
                        assistant(text("I will."), CALL, SECOND_CALL),
                        user(ToolResult.of("call-1", "x"), ToolResult.error("call-2", "y")))));
        all.put(
                "an empty text before a call",
                withTool(request(
                        Message.user("Read a.md"), assistant(text(""), CALL), user(ToolResult.of("call-1", "x")))));
        all.put(
                "the thinking of another provider",
                withTool(request(
                        Message.user("Read a.md"),
                        assistant(new ContentBlock.Thinking("Hm.", "elsewhere:c2ln"), text("Yes."), CALL),
                        user(ToolResult.of("call-1", "x")))));
        all.put(
                "thinking without a signature",
                request(
                        Message.user("Why?"),
                        assistant(new ContentBlock.Thinking("Hm.", ""), text("Because.")),
                        Message.user("Really?")));
        all.put("a long transcript", longTranscript());
        all.put(
                "options",
                request(Message.user("Hello")).toBuilder()
                        .options(RequestOptions.builder()
                                .maxTokens(64)
                                .temperature(0.5)
                                .build())
                        .build());
        return Collections.unmodifiableMap(all);
    }

    static LlmRequest of(String shape) {
        return Objects.requireNonNull(all().get(shape), shape);
    }

    private static LlmRequest longTranscript() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            messages.add(Message.user("Question " + i));
            messages.add(Message.assistant("Answer " + i));
        }
        messages.add(Message.user("The last question"));
        return LlmRequest.builder("", messages).build();
    }

    private static LlmRequest toolResult(ToolResult result) {
        return withTool(request(Message.user("Read a.md"), assistant(CALL), user(result)));
    }

    private static LlmRequest withTools(int count) {
        List<ToolSpec> tools = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tools.add(new ToolSpec("tool_" + i, "Does " + i + ".", Map.of("type", "object", "properties", Map.of())));
        }
        return request(Message.user("Hello")).toBuilder().tools(tools).build();
    }

    static LlmRequest withTool(LlmRequest request) {
        return request.toBuilder().tools(List.of(READ)).build();
    }

    static LlmRequest request(Message... messages) {
        return LlmRequest.builder("", List.of(messages)).build();
    }

    private static ContentBlock text(String text) {
        return new ContentBlock.Text(text);
    }

    static Message user(ContentBlock... blocks) {
        return new Message.User(List.of(blocks));
    }

    static Message assistant(ContentBlock... blocks) {
        return new Message.Assistant(List.of(blocks));
    }
}
