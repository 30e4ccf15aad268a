package dev.cadre.llm.openai;

import com.openai.models.Reasoning;
import com.openai.models.ReasoningEffort;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFormatTextJsonSchemaConfig;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseIncludable;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseReasoningItem;
import com.openai.models.responses.ResponseTextConfig;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a request in the words of the Responses API. Nothing is stored there, so reasoning travels encrypted. */
final class ResponsesWriter {

    /** Starts the signature of a reasoning item; the rest is the item as it came. */
    static final String SIGNATURE = "openai:";

    private static final int SMALLEST_OUTPUT = 16;

    /** The models that refuse to be asked for encrypted reasoning, for they have none. */
    private static final Pattern WITHOUT_REASONING = Pattern.compile("(ft:)?(gpt-[34]|chatgpt).*");

    private ResponsesWriter() {}

    static ResponseCreateParams write(LlmRequest request) {
        RequestOptions options = request.options();
        if (!options.stopSequences().isEmpty()) {
            throw new LlmRequestException(
                    "the Responses API has no stop sequences; leave them out, or set the property api to chat", null);
        }
        ResponseCreateParams.Builder params =
                ResponseCreateParams.builder().model(request.model()).store(false);
        if (!request.system().isBlank()) {
            params.instructions(request.system());
        }
        params.inputOfResponse(items(request.messages()));
        request.tools().forEach(tool -> params.addTool(convert(tool)));
        if (!WITHOUT_REASONING.matcher(request.model()).matches()) {
            params.addInclude(ResponseIncludable.REASONING_ENCRYPTED_CONTENT);
        }
        options.effort()
                .ifPresent(effort -> params.reasoning(Reasoning.builder()
                        .effort(ReasoningEffort.of(effort.word()))
                        .summary(Reasoning.Summary.AUTO)
                        .build()));
        options.maxTokens().ifPresent(limit -> params.maxOutputTokens(Math.max(limit, SMALLEST_OUTPUT)));
        options.temperature().ifPresent(params::temperature);
        options.responseSchema().ifPresent(schema -> params.text(format(schema)));
        return params.build();
    }

    private static FunctionTool convert(ToolSpec tool) {
        return FunctionTool.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(FunctionTool.Parameters.builder()
                        .additionalProperties(Schemas.convert(tool.inputSchema()))
                        .build())
                .strict(false)
                .build();
    }

    private static ResponseTextConfig format(Map<String, Object> schema) {
        return ResponseTextConfig.builder()
                .format(ResponseFormatTextJsonSchemaConfig.builder()
                        .name("answer")
                        .schema(ResponseFormatTextJsonSchemaConfig.Schema.builder()
                                .additionalProperties(Schemas.convert(schema))
                                .build())
                        .strict(Schemas.isStrict(schema))
                        .build())
                .build();
    }

    private static List<ResponseInputItem> items(List<Message> messages) {
        List<ResponseInputItem> items = new ArrayList<>();
        for (Message message : messages) {
            if (message instanceof Message.User) {
                addUser(message.content(), items);
            } else {
                message.content().forEach(block -> addAssistant(block, items));
            }
        }
        return items;
    }

    private static void addUser(List<ContentBlock> content, List<ResponseInputItem> items) {
        List<ContentBlock> rest = new ArrayList<>();
        for (ContentBlock block : content) {
            if (block instanceof ToolResult result) {
                items.add(ResponseInputItem.ofFunctionCallOutput(ResponsesContent.output(result)));
            } else {
                rest.add(block);
            }
        }
        var parts = ResponsesContent.parts(rest);
        if (!parts.isEmpty()) {
            items.add(ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                    .role(EasyInputMessage.Role.USER)
                    .contentOfResponseInputMessageContentList(parts)
                    .build()));
        }
    }

    private static void addAssistant(ContentBlock block, List<ResponseInputItem> items) {
        if (block instanceof ContentBlock.Text text && !text.text().isEmpty()) {
            items.add(ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                    .role(EasyInputMessage.Role.ASSISTANT)
                    .content(text.text())
                    .build()));
        } else if (block instanceof ToolCall call) {
            items.add(ResponseInputItem.ofFunctionCall(ResponseFunctionToolCall.builder()
                    .callId(call.id())
                    .name(call.name())
                    .arguments(ToolArguments.write(call.input()))
                    .build()));
        } else if (block instanceof ContentBlock.Thinking thinking
                && thinking.signature().startsWith(SIGNATURE)) {
            ToolArguments.parse(thinking.signature().substring(SIGNATURE.length()))
                    .map(item -> JsonValues.of(item).convert(ResponseReasoningItem.class))
                    .ifPresent(item -> items.add(ResponseInputItem.ofReasoning(item)));
        }
    }
}
