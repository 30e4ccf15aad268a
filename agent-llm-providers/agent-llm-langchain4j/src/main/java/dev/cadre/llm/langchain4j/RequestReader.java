package dev.cadre.llm.langchain4j;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.Json;
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
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;

/** Reads a request of LangChain4j; what we have no words for is refused. */
final class RequestReader {

    private final List<Message> messages = new ArrayList<>();
    private final List<ContentBlock> user = new ArrayList<>();
    private final StringBuilder system = new StringBuilder();

    private RequestReader() {}

    static LlmRequest read(ChatRequest request, String defaultModel) {
        RequestReader reader = new RequestReader();
        request.messages().forEach(reader::add);
        reader.endUser();
        String model = request.modelName() == null ? defaultModel : request.modelName();
        return LlmRequest.builder(model, reader.messages)
                .system(reader.system.toString())
                .tools(
                        request.toolSpecifications() == null
                                ? List.of()
                                : request.toolSpecifications().stream()
                                        .map(Tools::read)
                                        .toList())
                .options(options(request))
                .build();
    }

    private static RequestOptions options(ChatRequest request) {
        RequestOptions.Builder options = RequestOptions.builder();
        if (request.maxOutputTokens() != null) {
            options.maxTokens(request.maxOutputTokens());
        }
        if (request.temperature() != null) {
            options.temperature(request.temperature());
        }
        if (request.stopSequences() != null) {
            options.stopSequences(request.stopSequences());
        }
        if (request.responseFormat() != null && request.responseFormat().jsonSchema() != null) {
            throw new UnsupportedFeatureException("a response format with a schema is not passed on; use a tool");
        }
        return options.build();
    }

    private void add(ChatMessage message) {
        if (message instanceof SystemMessage text) {
            system.append(system.isEmpty() ? "" : "\n\n").append(text.text());
        } else if (message instanceof UserMessage words) {
            words.contents().forEach(content -> user.add(block(content)));
        } else if (message instanceof ToolExecutionResultMessage result) {
            List<ContentBlock> content =
                    result.contents().stream().map(RequestReader::block).toList();
            user.add(new ToolResult(result.id(), content, Boolean.TRUE.equals(result.isError())));
        } else if (message instanceof AiMessage answer) {
            endUser();
            messages.add(new Message.Assistant(blocks(answer)));
        } else {
            throw new UnsupportedFeatureException("a message of type " + message.type() + " is not passed on");
        }
    }

    private void endUser() {
        if (!user.isEmpty()) {
            messages.add(new Message.User(user));
            user.clear();
        }
    }

    private static List<ContentBlock> blocks(AiMessage answer) {
        List<ContentBlock> blocks = new ArrayList<>();
        Object signature = answer.attributes().get(AnswerWriter.SIGNATURE);
        if (answer.thinking() != null || signature != null) {
            blocks.add(new ContentBlock.Thinking(
                    answer.thinking() == null ? "" : answer.thinking(), signature == null ? "" : signature.toString()));
        }
        if (answer.text() != null) {
            blocks.add(new ContentBlock.Text(answer.text()));
        }
        for (ToolExecutionRequest call : answer.toolExecutionRequests()) {
            blocks.add(new ToolCall(call.id(), call.name(), JsonText.toolInput(call.arguments())));
        }
        return Json.list(blocks);
    }

    private static ContentBlock block(Content content) {
        if (content instanceof TextContent text) {
            return new ContentBlock.Text(text.text());
        }
        if (content instanceof ImageContent image && image.image().base64Data() != null) {
            return new ContentBlock.Image(
                    image.image().mimeType(), image.image().base64Data());
        }
        if (content instanceof PdfFileContent pdf && pdf.pdfFile().base64Data() != null) {
            return new ContentBlock.Document("application/pdf", pdf.pdfFile().base64Data(), "");
        }
        throw new UnsupportedFeatureException("content of type " + content.type() + " is passed on inline only");
    }
}
