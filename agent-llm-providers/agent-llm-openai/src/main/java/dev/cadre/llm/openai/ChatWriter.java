package dev.cadre.llm.openai;

import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ReasoningEffort;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a request in the words of the Chat Completions API, which has no place for reasoning of earlier turns. */
final class ChatWriter {

    private ChatWriter() {}

    /**
     * Writes a request.
     *
     * @param modern whether the server knows the newer word for the limit of output tokens
     */
    static ChatCompletionCreateParams write(LlmRequest request, boolean modern) {
        RequestOptions options = request.options();
        ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder()
                .model(request.model())
                .messages(List.of())
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build());
        if (!request.system().isBlank()) {
            params.addSystemMessage(request.system());
        }
        for (Message message : request.messages()) {
            if (message instanceof Message.User) {
                addUser(message.content(), params);
            } else {
                addAssistant(message.content(), params);
            }
        }
        request.tools().forEach(tool -> params.addTool(convert(tool)));
        options.maxTokens().ifPresent(limit -> limit(limit, modern, params));
        options.temperature().ifPresent(params::temperature);
        options.effort().ifPresent(effort -> params.reasoningEffort(ReasoningEffort.of(effort.word())));
        options.responseSchema().ifPresent(schema -> params.responseFormat(format(schema)));
        if (!options.stopSequences().isEmpty()) {
            params.stopOfStrings(options.stopSequences());
        }
        return params.build();
    }

    @SuppressWarnings("deprecation") // The only word that older servers know.
    private static void limit(int tokens, boolean modern, ChatCompletionCreateParams.Builder params) {
        if (modern) {
            params.maxCompletionTokens(tokens);
        } else {
            params.maxTokens(tokens);
        }
    }

    private static ChatCompletionFunctionTool convert(ToolSpec tool) {
        return ChatCompletionFunctionTool.builder()
                .function(FunctionDefinition.builder()
                        .name(tool.name())
                        .description(tool.description())
                        .parameters(FunctionParameters.builder()
                                .additionalProperties(Schemas.convert(tool.inputSchema()))
                                .build())
                        .build())
                .build();
    }

    private static ResponseFormatJsonSchema format(Map<String, Object> schema) {
        return ResponseFormatJsonSchema.builder()
                .jsonSchema(ResponseFormatJsonSchema.JsonSchema.builder()
                        .name("answer")
                        .schema(ResponseFormatJsonSchema.JsonSchema.Schema.builder()
                                .additionalProperties(Schemas.convert(schema))
                                .build())
                        .strict(Schemas.isStrict(schema))
                        .build())
                .build();
    }

    /** Writes tool results as messages of their own; what they show beside text follows as the user's. */
    private static void addUser(List<ContentBlock> content, ChatCompletionCreateParams.Builder params) {
        List<ContentBlock> shown = new ArrayList<>();
        for (ContentBlock block : content) {
            if (block instanceof ToolResult result) {
                params.addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(result.callId())
                        .content(text(result))
                        .build());
                result.content().stream().filter(part -> !isText(part)).forEach(shown::add);
            }
        }
        content.stream().filter(block -> !(block instanceof ToolResult)).forEach(shown::add);
        if (shown.stream().allMatch(ChatWriter::isText)) {
            String text = shown.stream()
                    .flatMap(block -> Attachments.text(block).stream())
                    .collect(Collectors.joining("\n"));
            if (!text.isEmpty()) {
                params.addUserMessage(text);
            }
        } else {
            params.addMessage(ChatCompletionUserMessageParam.builder()
                    .contentOfArrayOfContentParts(shown.stream()
                            .flatMap(block -> part(block).stream())
                            .toList())
                    .build());
        }
    }

    private static boolean isText(ContentBlock block) {
        return block instanceof ContentBlock.Text
                || (block instanceof ContentBlock.Document document && !Attachments.isFile(document));
    }

    private static String text(ToolResult result) {
        return result.content().stream()
                .flatMap(block -> Attachments.text(block).stream())
                .collect(Collectors.joining("\n"));
    }

    private static List<ChatCompletionContentPart> part(ContentBlock block) {
        if (block instanceof ContentBlock.Image image) {
            return List.of(ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
                    .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder()
                            .url(Attachments.url(image))
                            .build())
                    .build()));
        }
        if (block instanceof ContentBlock.Document document && Attachments.isFile(document)) {
            return List.of(ChatCompletionContentPart.ofFile(ChatCompletionContentPart.File.builder()
                    .file(ChatCompletionContentPart.File.FileObject.builder()
                            .filename(Attachments.fileName(document))
                            .fileData(Attachments.url(document))
                            .build())
                    .build()));
        }
        return Attachments.text(block).stream()
                .map(text -> ChatCompletionContentPart.ofText(
                        ChatCompletionContentPartText.builder().text(text).build()))
                .toList();
    }

    private static void addAssistant(List<ContentBlock> content, ChatCompletionCreateParams.Builder params) {
        ChatCompletionAssistantMessageParam.Builder message = ChatCompletionAssistantMessageParam.builder();
        String text = new Message.Assistant(content).text();
        List<ToolCall> calls = new Message.Assistant(content).toolCalls();
        if (text.isEmpty() && calls.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            message.content(text);
        }
        calls.forEach(call -> message.addToolCall(ChatCompletionMessageFunctionToolCall.builder()
                .id(call.id())
                .function(ChatCompletionMessageFunctionToolCall.Function.builder()
                        .name(call.name())
                        .arguments(ToolArguments.write(call.input()))
                        .build())
                .build()));
        params.addMessage(message.build());
    }
}
