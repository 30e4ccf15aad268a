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

    /** Returns a text without characters that speak to the terminal; files and models may hold such. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean command = Character.isISOControl(c) && c != '\n' && c != '\t';
            printable.appendCodePoint(command ? 0xFFFD : c);
        });
        return printable.toString();
    }

    /** Returns as much of a line as fits into so many columns of a terminal. */
    static String cut(String text, int columns) {
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int width = width(text.codePointAt(i));
            if (used + width > columns - 1 && i + Character.charCount(text.codePointAt(i)) < text.length()) {
                return text.substring(0, i) + "…";
            }
            used += width;
        }
        return text;
    }

    private static int width(int c) {
        if (c < 0x1100) {
            return 1;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> c >= 0x1f300 || (c >= 0xff01 && c <= 0xff60) ? 2 : 1;
        };
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
