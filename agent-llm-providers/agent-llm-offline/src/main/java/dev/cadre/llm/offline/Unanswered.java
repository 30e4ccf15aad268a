package dev.cadre.llm.offline;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.Json;
import dev.cadre.llm.Message;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;

/** Ends a turn: the work can't go on before these calls are answered. Carries no stack trace, for it is no failure. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ToolCall> calls;

    Unanswered(String saying, List<ToolCall> calls) {
        super(saying, null, false, false);
        this.calls = Json.list(calls);
    }

    Message.Assistant message() {
        List<ContentBlock> content = new ArrayList<>();
        content.add(new ContentBlock.Text(String.valueOf(getMessage())));
        content.addAll(calls);
        return new Message.Assistant(content);
    }
}
