package dev.cadre.llm.langchain4j;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a request in the words of LangChain4j. */
final class RequestWriter {

    private final List<ChatMessage> messages = new ArrayList<>();
    private final Map<String, String> toolNames = new LinkedHashMap<>();

    private RequestWriter() {}

    static ChatRequest write(LlmRequest request, String defaultModel) {
        RequestWriter writer = new RequestWriter();
        if (!request.system().isBlank()) {
            writer.messages.add(SystemMessage.from(request.system()));
        }
        request.messages().forEach(writer::add);
        ChatRequest.Builder chat = ChatRequest.builder().messages(writer.messages);
        if (!request.model().equals(defaultModel)) {
            chat.modelName(request.model());
        }
        if (!request.tools().isEmpty()) {
            chat.toolSpecifications(request.tools().stream().map(Tools::write).toList());
        }
        addOptions(chat, request.options());
        return chat.build();
    }

    private static void addOptions(ChatRequest.Builder chat, RequestOptions options) {
        options.maxTokens().ifPresent(chat::maxOutputTokens);
        options.temperature().ifPresent(chat::temperature);
        if (!options.stopSequences().isEmpty()) {
            chat.stopSequences(options.stopSequences());
        }
        options.responseSchema()
                .ifPresent(schema -> chat.responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name("answer")
                                .rootElement(Tools.schema(schema))
                                .build())
                        .build()));
    }

    private void add(Message message) {
        if (message instanceof Message.Assistant assistant) {
            addAssistant(assistant);
            return;
        }
        List<ContentBlock> rest = new ArrayList<>();
        for (ContentBlock block : message.content()) {
            if (block instanceof ToolResult result) {
                messages.add(ToolExecutionResultMessage.builder()
                        .id(result.callId())
                        .toolName(toolNames.getOrDefault(result.callId(), "unknown"))
                        .contents(orEmptyText(contents(result.content())))
                        .isError(result.isError())
                        .build());
            } else {
                rest.add(block);
            }
        }
        List<Content> contents = contents(rest);
        if (!contents.isEmpty()) {
            messages.add(UserMessage.from(contents));
        }
    }

    private void addAssistant(Message.Assistant assistant) {
        StringBuilder text = new StringBuilder();
        StringBuilder thinking = new StringBuilder();
        Map<String, Object> attributes = new LinkedHashMap<>();
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (ContentBlock block : assistant.content()) {
            if (block instanceof ContentBlock.Text words) {
                text.append(words.text());
            } else if (block instanceof ContentBlock.Thinking thought && !Signatures.isForeign(thought.signature())) {
                thinking.append(thought.text());
                attributes.putAll(Signatures.read(thought.signature()));
            } else if (block instanceof ToolCall call) {
                toolNames.put(call.id(), call.name());
                calls.add(ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.name())
                        .arguments(JsonText.write(call.input()))
                        .build());
            }
        }
        AiMessage.Builder message =
                AiMessage.builder().toolExecutionRequests(calls).attributes(attributes);
        if (!text.isEmpty() || calls.isEmpty()) {
            message.text(text.toString());
        }
        if (!thinking.isEmpty()) {
            message.thinking(thinking.toString());
        }
        messages.add(message.build());
    }

    private static List<Content> contents(List<ContentBlock> blocks) {
        List<Content> contents = new ArrayList<>();
        for (ContentBlock block : blocks) {
            if (block instanceof ContentBlock.Text text && !text.text().isEmpty()) {
                contents.add(TextContent.from(text.text()));
            } else if (block instanceof ContentBlock.Image image) {
                contents.add(ImageContent.from(image.base64(), image.mediaType()));
            } else if (block instanceof ContentBlock.Document document) {
                contents.add(PdfFileContent.from(document.base64(), document.mediaType()));
            }
        }
        return contents;
    }

    private static List<Content> orEmptyText(List<Content> contents) {
        return contents.isEmpty() ? List.of(TextContent.from("")) : contents;
    }
}
