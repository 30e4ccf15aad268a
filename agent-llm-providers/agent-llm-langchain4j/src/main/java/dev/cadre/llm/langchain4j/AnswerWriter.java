package dev.cadre.llm.langchain4j;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes an answer in the words of LangChain4j. */
final class AnswerWriter {

    /** Names the attribute that keeps the signature of thinking between turns. */
    static final String SIGNATURE = "cadre_signature";

    private AnswerWriter() {}

    static ChatResponse write(LlmResponse response) {
        AiMessage.Builder message = AiMessage.builder();
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (ContentBlock block : response.message().content()) {
            if (block instanceof ContentBlock.Thinking thinking) {
                message.thinking(thinking.text());
                message.attributes(Map.of(SIGNATURE, thinking.signature()));
            } else if (block instanceof ToolCall call) {
                calls.add(ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.name())
                        .arguments(JsonText.write(call.input()))
                        .build());
            }
        }
        String text = response.message().text();
        if (!text.isEmpty() || calls.isEmpty()) {
            message.text(text);
        }
        long input = response.usage().input()
                + response.usage().cacheRead()
                + response.usage().cacheWrite();
        return ChatResponse.builder()
                .aiMessage(message.toolExecutionRequests(calls).build())
                .modelName(response.model())
                .tokenUsage(new TokenUsage((int) input, (int) response.usage().output()))
                .finishReason(reason(response.stopReason()))
                .build();
    }

    private static FinishReason reason(StopReason reason) {
        return switch (reason) {
            case END_TURN, STOP_SEQUENCE -> FinishReason.STOP;
            case TOOL_USE -> FinishReason.TOOL_EXECUTION;
            case MAX_TOKENS -> FinishReason.LENGTH;
            case REFUSAL -> FinishReason.CONTENT_FILTER;
            case PAUSE, OTHER -> FinishReason.OTHER;
        };
    }
}
