package dev.cadre.llm.offline;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.Message;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the transcript since the last prompt: which calls were made, and what came back.
 *
 * <p>The work is written as one procedure and begins anew at every model call. A call that the transcript answers
 * returns its result; the first that it does not answer ends the turn, see {@link Unanswered}.
 */
final class Exchange {

    private final String prompt;
    private final Map<String, ToolResult> answers = new LinkedHashMap<>();
    private int calls;

    private Exchange(String prompt) {
        this.prompt = prompt;
    }

    static Exchange of(LlmRequest request) {
        List<Message> messages = request.messages();
        int start = lastPrompt(messages);
        Exchange exchange = new Exchange(messages.get(start).text());
        messages.forEach(exchange::count);
        Map<String, ToolCall> open = new LinkedHashMap<>();
        for (Message message : messages.subList(start, messages.size())) {
            for (ContentBlock block : message.content()) {
                exchange.accept(block, open);
            }
        }
        return exchange;
    }

    private static int lastPrompt(List<Message> messages) {
        for (int i = messages.size() - 1; i > 0; i--) {
            Message message = messages.get(i);
            if (message instanceof Message.User
                    && !message.text().isBlank()
                    && message.content().stream().noneMatch(ToolResult.class::isInstance)) {
                return i;
            }
        }
        return 0;
    }

    private void count(Message message) {
        if (message instanceof Message.Assistant assistant) {
            calls += assistant.toolCalls().size();
        }
    }

    private void accept(ContentBlock block, Map<String, ToolCall> open) {
        if (block instanceof ToolCall call) {
            open.put(call.id(), call);
        } else if (block instanceof ToolResult result) {
            ToolCall call = open.remove(result.callId());
            if (call != null) {
                answers.put(key(call), result);
            }
        }
    }

    private static String key(ToolCall call) {
        return call.name() + " " + call.input();
    }

    String prompt() {
        return prompt;
    }

    /** Makes a call with an id that this transcript does not hold. */
    ToolCall call(int offset, String tool, Map<String, Object> input) {
        return new ToolCall("offline-" + (calls + offset + 1), tool, input);
    }

    /** Returns the result of a call, or null if the transcript holds none. */
    @Nullable
    ToolResult answer(ToolCall call) {
        return answers.get(key(call));
    }

    /** Returns the results of all calls, in their order, or ends the turn with those that are not answered. */
    List<ToolResult> answers(String saying, List<ToolCall> wanted) {
        List<ToolCall> unanswered = new ArrayList<>();
        List<ToolResult> results = new ArrayList<>();
        for (ToolCall call : wanted) {
            ToolResult result = answer(call);
            if (result == null) {
                unanswered.add(call(unanswered.size(), call.name(), call.input()));
            } else {
                results.add(result);
            }
        }
        if (!unanswered.isEmpty()) {
            throw new Unanswered(saying, unanswered);
        }
        return results;
    }
}
