package dev.cadre.llm.langchain4j;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Answers as told, in LangChain4j's words; what is common to the two kinds of model. */
final class FakeModel {

    private static final Object SILENCE = new Object();

    private final Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
    private final Semaphore silentCalls = new Semaphore(0);

    void answer(LlmResponse response) {
        outcomes.add(write(response));
    }

    void fail(RuntimeException failure) {
        outcomes.add(failure);
    }

    void keepSilent() {
        outcomes.add(SILENCE);
    }

    void awaitSilentCall() {
        silentCalls.acquireUninterruptibly();
    }

    int left() {
        return outcomes.size();
    }

    /** Returns the next answer, throws the next failure, or blocks until it is interrupted. */
    ChatResponse next(ChatRequest request) {
        Object outcome = outcomes.poll();
        if (outcome == SILENCE) {
            silentCalls.release();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (outcome instanceof RuntimeException failure) {
            throw failure;
        }
        if (outcome instanceof ChatResponse response) {
            return response;
        }
        throw new AssertionError("an unexpected call with " + request.messages().size() + " messages");
    }

    private static ChatResponse write(LlmResponse response) {
        AiMessage.Builder message = AiMessage.builder();
        if (!response.message().text().isEmpty()) {
            message.text(response.message().text());
        }
        for (ContentBlock block : response.message().content()) {
            if (block instanceof ContentBlock.Thinking thinking) {
                message.thinking(thinking.text()).attributes(Map.of("thinking_signature", thinking.signature()));
            }
        }
        List<ToolExecutionRequest> calls =
                response.message().toolCalls().stream().map(FakeModel::write).toList();
        return ChatResponse.builder()
                .aiMessage(message.toolExecutionRequests(calls).build())
                .modelName(response.model())
                .tokenUsage(new TokenUsage(
                        (int) response.usage().input(), (int) response.usage().output()))
                .finishReason(reason(response.stopReason()))
                .build();
    }

    private static ToolExecutionRequest write(ToolCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.name())
                .arguments(JsonText.write(call.input()))
                .build();
    }

    private static FinishReason reason(StopReason reason) {
        return switch (reason) {
            case TOOL_USE -> FinishReason.TOOL_EXECUTION;
            case MAX_TOKENS -> FinishReason.LENGTH;
            case REFUSAL -> FinishReason.CONTENT_FILTER;
            case OTHER -> FinishReason.OTHER;
            default -> FinishReason.STOP;
        };
    }
}
