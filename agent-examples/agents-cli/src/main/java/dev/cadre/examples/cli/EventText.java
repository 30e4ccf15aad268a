package dev.cadre.examples.cli;

import dev.cadre.llm.ToolCall;
import dev.cadre.tools.ToolOutcome;
import java.util.List;
import java.util.Map;

/** Says in one line what a call is about and what became of it. */
final class EventText {

    private static final List<String> TELLING =
            List.of("file_path", "command", "pattern", "url", "path", "query", "description", "skill", "notebook_path");

    private EventText() {}

    static String call(ToolCall call) {
        for (String key : TELLING) {
            if (call.input().get(key) instanceof String value) {
                return call.name() + " " + line(value);
            }
        }
        if (call.input().get("todos") instanceof List<?> todos) {
            return call.name() + " " + todos.size() + " items";
        }
        return call.name();
    }

    static String outcome(ToolOutcome outcome) {
        boolean fine = outcome.status() == ToolOutcome.Status.EXECUTED
                && !outcome.output().isError();
        return fine ? "ok" : line(outcome.result().text());
    }

    /** Returns one line without characters that speak to the terminal. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.strip().codePoints().limit(2_000).forEach(c -> {
            boolean invisible = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            line.appendCodePoint(invisible ? ' ' : c);
        });
        return line.toString();
    }

    static String cut(String text, int columns) {
        return text.codePointCount(0, text.length()) <= columns
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, columns - 1))) + "…";
    }

    static String mark(Map<?, ?> todo) {
        Object status = todo.get("status");
        return "completed".equals(status) ? "✔" : "in_progress".equals(status) ? "▶" : "·";
    }

    static String todo(Map<?, ?> todo) {
        boolean current = "in_progress".equals(todo.get("status"));
        return mark(todo) + " " + line(String.valueOf(current ? todo.get("activeForm") : todo.get("content")));
    }
}
