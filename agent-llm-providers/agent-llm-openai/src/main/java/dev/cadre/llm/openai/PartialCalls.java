package dev.cadre.llm.openai;

import com.openai.core.JsonObject;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the fragments of an answer's tool calls.
 *
 * <p>A fragment belongs to the call with its index. Servers that leave indices out, or give every call the same, are
 * understood by ids: another id begins another call.
 */
final class PartialCalls {

    private final List<Call> calls = new ArrayList<>();

    void append(Delta.ToolCall fragment) {
        String id = fragment._id().asKnown().orElse("");
        Optional<Long> index = fragment._index().asKnown();
        Call call = find(index, id).orElseGet(() -> begin(index));
        if (call.id.isEmpty()) {
            call.id = id;
        }
        fragment._function().asKnown().ifPresent(function -> {
            if (call.name.isEmpty()) {
                call.name = function._name().asKnown().orElse("");
            }
            call.arguments.append(text(function));
        });
    }

    /** Returns the last call that a fragment can belong to. */
    private Optional<Call> find(Optional<Long> index, String id) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            Call call = calls.get(i);
            boolean sameIndex = index.isEmpty() || call.index.isEmpty() || index.equals(call.index);
            boolean sameId = id.isEmpty() || call.id.isEmpty() || id.equals(call.id);
            if (sameIndex) {
                return sameId ? Optional.of(call) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Call begin(Optional<Long> index) {
        Call call = new Call(index);
        calls.add(call);
        return call;
    }

    /** Takes arguments that are an object already, as some servers send them. */
    private static String text(Delta.ToolCall.Function function) {
        Optional<String> text = function._arguments().asKnown();
        return text.or(() -> function._arguments()
                        .asUnknown()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValues::write))
                .orElse("");
    }

    /**
     * Returns the whole calls.
     *
     * @param answerId what makes ids unique that the server left out
     * @param cut whether the answer was cut off: a call whose arguments broke off is none
     */
    List<ToolCall> complete(String answerId, boolean cut) {
        List<ToolCall> complete = new ArrayList<>();
        for (Call call : calls) {
            String arguments = call.arguments.toString();
            String id = call.id.isBlank() ? "call-" + answerId + "-" + complete.size() : call.id;
            Optional<Map<String, Object>> input = ToolArguments.parse(arguments);
            if (input.isPresent() || !cut) {
                complete.add(new ToolCall(id, call.name, input.orElseGet(() -> ToolArguments.unreadable(arguments))));
            }
        }
        return complete;
    }

    /** Is one call while it arrives. */
    private static final class Call {

        private final Optional<Long> index;
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
        private String name = "";

        private Call(Optional<Long> index) {
            this.index = index;
        }
    }
}
