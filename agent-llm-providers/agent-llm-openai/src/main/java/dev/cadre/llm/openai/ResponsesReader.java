package dev.cadre.llm.openai;

import com.openai.core.JsonValue;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseError;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseOutputMessage;
import com.openai.models.responses.ResponseReasoningItem;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.ResponseUsage;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts one answer together from the finished items of its stream, and tells the listener each delta at once.
 *
 * <p>Passes over events and items that it does not know. Where the stream has no finished items, those of its last event
 * count.
 */
final class ResponsesReader {

    private final LlmListener listener;
    private final OpenAiFailures failures;
    private final String requestId;
    private final String requestedModel;
    private final SortedMap<Long, ResponseOutputItem> items = new TreeMap<>();
    private final StringBuilder refusal = new StringBuilder();
    private @Nullable Response last;
    private boolean incomplete;

    ResponsesReader(LlmListener listener, OpenAiFailures failures, String requestId, String requestedModel) {
        this.listener = listener;
        this.failures = failures;
        this.requestId = requestId;
        this.requestedModel = requestedModel;
    }

    void accept(ResponseStreamEvent event) {
        event.outputTextDelta().flatMap(delta -> delta._delta().asKnown()).ifPresent(this::tellText);
        event.refusalDelta().flatMap(delta -> delta._delta().asKnown()).ifPresent(this::tellText);
        event.reasoningSummaryTextDelta()
                .flatMap(delta -> delta._delta().asKnown())
                .ifPresent(this::tellThinking);
        event.reasoningTextDelta().flatMap(delta -> delta._delta().asKnown()).ifPresent(this::tellThinking);
        event.outputItemDone().ifPresent(done -> {
            long index = done._outputIndex().asKnown().orElse((long) items.size());
            done._item().asKnown().ifPresent(item -> items.put(index, item));
        });
        event.completed().flatMap(done -> done._response().asKnown()).ifPresent(response -> last = response);
        event.incomplete().flatMap(done -> done._response().asKnown()).ifPresent(response -> {
            last = response;
            incomplete = true;
        });
        event.failed()
                .ifPresent(failed -> fail(failed._response()
                        .asKnown()
                        .flatMap(response -> response._error().asKnown())));
        event.error().ifPresent(error -> {
            throw failures.inStream(
                    error._code().asKnown().orElse(""),
                    error._message().asKnown().orElse("no further explanation"),
                    requestId,
                    requestedModel);
        });
    }

    private void tellText(String delta) {
        if (!delta.isEmpty()) {
            listener.onText(delta);
        }
    }

    private void tellThinking(String delta) {
        if (!delta.isEmpty()) {
            listener.onThinking(delta);
        }
    }

    private void fail(Optional<ResponseError> error) {
        String code = error.flatMap(value -> value._code().asKnown())
                .map(value -> value.asString())
                .orElse("");
        String message = error.flatMap(value -> value._message().asKnown()).orElse("no further explanation");
        throw failures.inStream(code, message, requestId, requestedModel);
    }

    /**
     * Returns the answer after the last event.
     *
     * @throws LlmRetryableException if the stream ended before the answer did
     */
    LlmResponse response() {
        Response end = last;
        if (end == null) {
            throw new LlmRetryableException(
                    "the answer broke off before its end; try again",
                    null,
                    requestId.isEmpty() ? null : requestId,
                    null);
        }
        List<ResponseOutputItem> output =
                items.isEmpty() ? end._output().asKnown().orElse(List.of()) : new ArrayList<>(items.values());
        List<ContentBlock> content = new ArrayList<>();
        output.forEach(item -> add(item, content));
        String detail = refusal.length() > 0 ? refusal.toString() : incompleteReason(end);
        return new LlmResponse(
                new Message.Assistant(content),
                stopReason(content, end),
                end._usage().asKnown().map(ResponsesReader::convert).orElse(TokenUsage.NONE),
                end._model()
                        .asKnown()
                        .flatMap(model -> model._json())
                        .flatMap(JsonValues::text)
                        .orElse(""),
                requestId,
                detail);
    }

    private void add(ResponseOutputItem item, List<ContentBlock> content) {
        item.message().ifPresent(message -> addMessage(message, content));
        item.reasoning().ifPresent(reasoning -> content.add(convert(reasoning, item)));
        item.functionCall().flatMap(this::convert).ifPresent(content::add);
    }

    private void addMessage(ResponseOutputMessage message, List<ContentBlock> content) {
        for (ResponseOutputMessage.Content part : message._content().asKnown().orElse(List.of())) {
            part.outputText()
                    .flatMap(text -> text._text().asKnown())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> content.add(new ContentBlock.Text(text)));
            part.refusal().flatMap(value -> value._refusal().asKnown()).ifPresent(text -> {
                refusal.append(text);
                content.add(new ContentBlock.Text(text));
            });
        }
    }

    /** Keeps the item as it came; without encrypted content it means nothing to a service that stored nothing. */
    private static ContentBlock.Thinking convert(ResponseReasoningItem reasoning, ResponseOutputItem item) {
        String shown = reasoning._summary().asKnown().orElse(List.of()).stream()
                .map(part -> part._text().asKnown().orElse(""))
                .collect(Collectors.joining("\n\n"));
        String text = shown.isEmpty()
                ? reasoning._content().asKnown().orElse(List.of()).stream()
                        .map(part -> part._text().asKnown().orElse(""))
                        .collect(Collectors.joining("\n\n"))
                : shown;
        boolean encrypted = reasoning._encryptedContent().asKnown().isPresent();
        Optional<JsonValue> raw = encrypted ? item._json() : Optional.empty();
        return new ContentBlock.Thinking(
                text,
                raw.map(json -> ResponsesWriter.SIGNATURE + JsonValues.write(json))
                        .orElse(""));
    }

    private Optional<ToolCall> convert(ResponseFunctionToolCall call) {
        String arguments = call._arguments().asKnown().orElse("");
        boolean cut = incomplete
                || call._status()
                        .asKnown()
                        .map(status -> status.asString().equals("incomplete"))
                        .orElse(false);
        String id = call._callId()
                .asKnown()
                .filter(given -> !given.isBlank())
                .or(() -> call._id().asKnown())
                .orElse("call-" + items.size());
        return ToolArguments.parse(arguments)
                .or(() -> cut ? Optional.empty() : Optional.of(ToolArguments.unreadable(arguments)))
                .map(input -> new ToolCall(id, call._name().asKnown().orElse(""), input));
    }

    private StopReason stopReason(List<ContentBlock> content, Response end) {
        if (incomplete) {
            return switch (incompleteReason(end)) {
                case "max_output_tokens" -> StopReason.MAX_TOKENS;
                case "content_filter" -> StopReason.REFUSAL;
                default -> StopReason.OTHER;
            };
        }
        if (refusal.length() > 0) {
            return StopReason.REFUSAL;
        }
        return content.stream().anyMatch(ToolCall.class::isInstance) ? StopReason.TOOL_USE : StopReason.END_TURN;
    }

    private static String incompleteReason(Response end) {
        return end._incompleteDetails()
                .asKnown()
                .flatMap(details -> details._reason().asKnown())
                .map(reason -> reason.asString())
                .orElse("");
    }

    /** The service counts cached tokens among the input. */
    private static TokenUsage convert(ResponseUsage usage) {
        long input = usage._inputTokens().asKnown().orElse(0L);
        var details = usage._inputTokensDetails().asKnown();
        long read = details.flatMap(value -> value._cachedTokens().asKnown()).orElse(0L);
        long written =
                details.flatMap(value -> value._cacheWriteTokens().asKnown()).orElse(0L);
        return Counts.of(input, usage._outputTokens().asKnown().orElse(0L), read, written);
    }
}
