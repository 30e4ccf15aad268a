package dev.cadre.llm.anthropic;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageDeltaUsage;
import com.anthropic.models.messages.RawContentBlockDelta;
import com.anthropic.models.messages.RawContentBlockDeltaEvent;
import com.anthropic.models.messages.RawContentBlockStartEvent;
import com.anthropic.models.messages.RawMessageDeltaEvent;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.RefusalStopDetails;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.messages.Usage;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message.Assistant;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts one answer together from the events of its stream, and tells the listener each delta at once.
 *
 * <p>Passes over events, blocks and fields that it does not know. A field that is not there is no failure, as long as
 * the answer ends with a reason.
 */
final class MessageReader {

    private final LlmListener listener;
    private final String requestId;
    private final SortedMap<Long, PartialBlock> blocks = new TreeMap<>();
    private final UsageCounter usage = new UsageCounter();
    private String messageId = "";
    private String model = "";
    private String stopReason = "";
    private String stopDetail = "";
    private boolean stopped;

    MessageReader(LlmListener listener, String requestId) {
        this.listener = listener;
        this.requestId = requestId;
    }

    void accept(RawMessageStreamEvent event) {
        event.messageStart().ifPresent(start -> start._message().asKnown().ifPresent(this::begin));
        event.contentBlockStart().ifPresent(this::beginBlock);
        event.contentBlockDelta().ifPresent(this::appendToBlock);
        event.messageDelta().ifPresent(this::end);
        stopped |= event.isMessageStop();
    }

    private void begin(Message message) {
        messageId = message._id().asKnown().orElse("");
        model = message._model().asKnown().map(name -> name.asString()).orElse("");
        message._usage().asKnown().ifPresent(this::count);
    }

    private void count(Usage counts) {
        usage.input(counts._inputTokens().asKnown());
        usage.output(counts._outputTokens().asKnown());
        usage.cacheRead(counts._cacheReadInputTokens().asKnown());
        usage.cacheWrite(counts._cacheCreationInputTokens().asKnown());
    }

    private void beginBlock(RawContentBlockStartEvent event) {
        long index = event._index().asKnown().orElse((long) blocks.size());
        event._contentBlock().asKnown().ifPresent(block -> {
            block.text()
                    .ifPresent(text -> appendText(index, text._text().asKnown().orElse("")));
            block.thinking().ifPresent(thinking -> {
                appendThinking(index, thinking._thinking().asKnown().orElse(""));
                block(index).sign(thinking._signature().asKnown().orElse(""));
            });
            block.redactedThinking().ifPresent(redacted -> {
                block(index).kind(PartialBlock.Kind.THINKING);
                block(index)
                        .sign(ContentWriter.REDACTED
                                + redacted._data().asKnown().orElse(""));
            });
            block.toolUse().ifPresent(tool -> beginTool(index, tool));
        });
    }

    private void beginTool(long index, ToolUseBlock tool) {
        String id = tool._id().asKnown().filter(given -> !given.isBlank()).orElse(messageId + "-" + index);
        block(index).call(id, tool._name().asKnown().orElse(""), ToolInput.copy(tool._input()));
    }

    private void appendToBlock(RawContentBlockDeltaEvent event) {
        long index = event._index().asKnown().orElse(Math.max(0L, blocks.size() - 1L));
        Optional<RawContentBlockDelta> known = event._delta().asKnown();
        known.flatMap(RawContentBlockDelta::text)
                .ifPresent(delta -> appendText(index, delta._text().asKnown().orElse("")));
        known.flatMap(RawContentBlockDelta::thinking)
                .ifPresent(delta ->
                        appendThinking(index, delta._thinking().asKnown().orElse("")));
        known.flatMap(RawContentBlockDelta::signature)
                .ifPresent(
                        delta -> block(index).sign(delta._signature().asKnown().orElse("")));
        known.flatMap(RawContentBlockDelta::inputJson)
                .ifPresent(delta ->
                        block(index).append(delta._partialJson().asKnown().orElse("")));
    }

    private void appendText(long index, String text) {
        block(index).kind(PartialBlock.Kind.TEXT);
        block(index).append(text);
        if (!text.isEmpty()) {
            listener.onText(text);
        }
    }

    private void appendThinking(long index, String text) {
        block(index).kind(PartialBlock.Kind.THINKING);
        block(index).append(text);
        if (!text.isEmpty()) {
            listener.onThinking(text);
        }
    }

    private PartialBlock block(long index) {
        return blocks.computeIfAbsent(index, key -> new PartialBlock());
    }

    private void end(RawMessageDeltaEvent event) {
        event._delta().asKnown().ifPresent(delta -> {
            delta._stopReason().asKnown().ifPresent(reason -> stopReason = reason.asString());
            delta._stopDetails().asKnown().flatMap(MessageReader::explain).ifPresent(text -> stopDetail = text);
        });
        event._usage().asKnown().ifPresent(this::count);
    }

    private static Optional<String> explain(RefusalStopDetails details) {
        return details._explanation()
                .asKnown()
                .or(() -> details._category().asKnown().map(category -> category.asString()));
    }

    /** Takes the counts at the end, which include those at the start where the service repeats them. */
    private void count(MessageDeltaUsage counts) {
        usage.input(counts._inputTokens().asKnown());
        usage.output(counts._outputTokens().asKnown());
        usage.cacheRead(counts._cacheReadInputTokens().asKnown());
        usage.cacheWrite(counts._cacheCreationInputTokens().asKnown());
    }

    /**
     * Returns the answer after the last event.
     *
     * @throws LlmRetryableException if the stream ended before the answer did
     */
    LlmResponse response() {
        if (!stopped && stopReason.isEmpty()) {
            throw new LlmRetryableException(
                    "Anthropic's answer broke off before its end; try again", null, requestId, null);
        }
        boolean cut = stopReason.equals("max_tokens") || stopReason.equals("model_context_window_exceeded");
        List<ContentBlock> content = new ArrayList<>();
        blocks.values().forEach(block -> block.complete(cut).ifPresent(content::add));
        boolean calls = content.stream().anyMatch(ToolCall.class::isInstance);
        if (stopReason.equals("model_context_window_exceeded") && stopDetail.isEmpty()) {
            stopDetail = "the context window of the model is full";
        }
        return new LlmResponse(
                new Assistant(content), convert(stopReason, calls), usage.total(), model, requestId, stopDetail);
    }

    private static StopReason convert(String reason, boolean calls) {
        return switch (reason) {
            case "end_turn" -> StopReason.END_TURN;
            case "tool_use" -> StopReason.TOOL_USE;
            case "max_tokens", "model_context_window_exceeded" -> StopReason.MAX_TOKENS;
            case "stop_sequence" -> StopReason.STOP_SEQUENCE;
            case "refusal" -> StopReason.REFUSAL;
            case "pause_turn" -> StopReason.PAUSE;
            case "" -> calls ? StopReason.TOOL_USE : StopReason.END_TURN;
            default -> StopReason.OTHER;
        };
    }
}
