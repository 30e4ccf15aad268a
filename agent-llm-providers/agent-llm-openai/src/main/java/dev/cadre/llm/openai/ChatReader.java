package dev.cadre.llm.openai;

import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import com.openai.models.completions.CompletionUsage;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts one answer together from the chunks of its stream, and tells the listener each delta at once.
 *
 * <p>Made for servers of many hands: whatever a chunk leaves out is no failure, as long as the answer ends with a reason.
 */
final class ChatReader {

    /** The names under which servers send reasoning, for which the API has none. */
    private static final List<String> REASONING = List.of("reasoning_content", "reasoning");

    private final LlmListener listener;
    private final String service;
    private final String requestId;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final PartialCalls calls = new PartialCalls();
    private TokenUsage usage = TokenUsage.NONE;
    private String answerId = "";
    private String model = "";
    private String finishReason = "";

    ChatReader(LlmListener listener, String service, String requestId) {
        this.listener = listener;
        this.service = service;
        this.requestId = requestId;
    }

    void accept(ChatCompletionChunk chunk) {
        chunk._id().asKnown().ifPresent(id -> answerId = id);
        chunk._model().asKnown().filter(name -> !name.isEmpty()).ifPresent(name -> model = name);
        chunk._usage().asKnown().ifPresent(counts -> usage = convert(counts));
        for (Choice choice : chunk._choices().asKnown().orElse(List.of())) {
            if (choice._index().asKnown().orElse(0L) == 0) {
                choice._delta().asKnown().ifPresent(this::append);
                choice._finishReason().asKnown().ifPresent(reason -> finishReason = reason.asString());
            }
        }
    }

    private void append(Choice.Delta delta) {
        Map<String, JsonValue> others = delta._allProperties();
        REASONING.stream()
                .flatMap(name -> JsonValues.text(others.get(name)).stream())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .ifPresent(value -> {
                    thinking.append(value);
                    listener.onThinking(value);
                });
        delta._content().asKnown().filter(value -> !value.isEmpty()).ifPresent(value -> {
            text.append(value);
            listener.onText(value);
        });
        delta._refusal().asKnown().filter(value -> !value.isEmpty()).ifPresent(value -> {
            refusal.append(value);
            listener.onText(value);
        });
        delta._toolCalls().asKnown().orElse(List.of()).forEach(calls::append);
    }

    /**
     * Returns the answer after the last chunk.
     *
     * @throws LlmRetryableException if the stream ended before the answer did
     */
    LlmResponse response() {
        if (finishReason.isEmpty()) {
            throw new LlmRetryableException(
                    "the answer of " + service + " broke off before its end; try again",
                    null,
                    requestId.isEmpty() ? null : requestId,
                    null);
        }
        List<ToolCall> toolCalls = calls.complete(answerId, finishReason.equals("length"));
        List<ContentBlock> content = new ArrayList<>();
        if (thinking.length() > 0) {
            content.add(new ContentBlock.Thinking(thinking.toString(), ""));
        }
        String said = text.toString() + refusal;
        if (!said.isEmpty()) {
            content.add(new ContentBlock.Text(said));
        }
        content.addAll(toolCalls);
        return new LlmResponse(
                new Message.Assistant(content),
                stopReason(!toolCalls.isEmpty()),
                usage,
                model,
                requestId,
                refusal.toString());
    }

    /** Believes calls more than the reason: some servers say {@code stop} after them. */
    private StopReason stopReason(boolean called) {
        if (refusal.length() > 0 || finishReason.equals("content_filter")) {
            return StopReason.REFUSAL;
        }
        return switch (finishReason) {
            case "stop", "tool_calls", "function_call" -> called ? StopReason.TOOL_USE : StopReason.END_TURN;
            case "length" -> StopReason.MAX_TOKENS;
            default -> StopReason.OTHER;
        };
    }

    private static TokenUsage convert(CompletionUsage counts) {
        var details = counts._promptTokensDetails().asKnown();
        return Counts.of(
                counts._promptTokens().asKnown().orElse(0L),
                counts._completionTokens().asKnown().orElse(0L),
                details.flatMap(value -> value._cachedTokens().asKnown()).orElse(0L),
                details.flatMap(value -> value._cacheWriteTokens().asKnown()).orElse(0L));
    }
}
