package dev.cadre.llm.langchain4j;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an answer of LangChain4j. */
final class AnswerReader {

    private AnswerReader() {}

    static LlmResponse read(ChatResponse response, String requestedModel) {
        AiMessage message = response.aiMessage();
        List<ContentBlock> content = new ArrayList<>();
        String signature = Signatures.write(message.attributes());
        String thinking = message.thinking() == null ? "" : message.thinking();
        if (!thinking.isEmpty() || !signature.isEmpty()) {
            content.add(new ContentBlock.Thinking(thinking, signature));
        }
        if (message.text() != null && !message.text().isEmpty()) {
            content.add(new ContentBlock.Text(message.text()));
        }
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            content.add(read(call, content.size()));
        }
        return new LlmResponse(
                new Message.Assistant(content),
                stopReason(response.finishReason(), message.hasToolExecutionRequests()),
                usage(response.tokenUsage()),
                response.modelName() == null ? requestedModel : response.modelName(),
                response.id() == null ? "" : response.id(),
                "");
    }

    // Some models give their calls no ids; the place within the message is unique there.
    private static ToolCall read(ToolExecutionRequest call, int place) {
        String id = call.id() == null || call.id().isBlank() ? "call-" + place : call.id();
        return new ToolCall(id, call.name(), JsonText.toolInput(call.arguments() == null ? "" : call.arguments()));
    }

    private static StopReason stopReason(@Nullable FinishReason reason, boolean calls) {
        if (calls) {
            return StopReason.TOOL_USE;
        }
        if (reason == null || reason == FinishReason.STOP) {
            return StopReason.END_TURN;
        }
        if (reason == FinishReason.LENGTH) {
            return StopReason.MAX_TOKENS;
        }
        return reason == FinishReason.CONTENT_FILTER ? StopReason.REFUSAL : StopReason.OTHER;
    }

    private static TokenUsage usage(dev.langchain4j.model.output.@Nullable TokenUsage usage) {
        return usage == null
                ? TokenUsage.NONE
                : TokenUsage.of(count(usage.inputTokenCount()), count(usage.outputTokenCount()));
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
