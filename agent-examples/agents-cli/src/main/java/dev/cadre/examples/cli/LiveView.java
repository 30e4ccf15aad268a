package dev.cadre.examples.cli;

import dev.cadre.core.run.AgentEvent;
import dev.cadre.llm.ToolCall;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the todo list and the tools that run at the bottom of a terminal, and lets what is done scroll by above.
 */
final class LiveView implements RunView {

    private static final String DIM = "\033[2m";
    private static final String BOLD = "\033[1m";
    private static final String RED = "\033[31m";
    private static final String PLAIN = "\033[0m";
    private static final int TODOS = 12;

    private final PrintStream err;
    private final int columns;
    private final Map<String, ToolCall> running = new LinkedHashMap<>();
    private List<Map<?, ?>> todos = List.of();
    private String status = "";
    private List<String> drawn = List.of();

    LiveView(PrintStream err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public void accept(AgentEvent event) {
        if (event instanceof AgentEvent.RunStarted started) {
            above(BOLD, started.agent() + " on " + started.model());
            started.notices().forEach(notice -> above(DIM, "note: " + notice));
        } else if (event instanceof AgentEvent.TurnStarted) {
            status = "thinking …";
        } else if (event instanceof AgentEvent.AssistantAnswered answered
                && !answered.message().toolCalls().isEmpty()
                && !answered.message().text().isBlank()) {
            above("", answered.message().text());
        } else if (event instanceof AgentEvent.ToolStarted started) {
            start(started.call());
        } else if (event instanceof AgentEvent.ToolFinished finished) {
            running.remove(finished.outcome().call().id());
            String outcome = EventText.outcome(finished.outcome());
            above(
                    outcome.equals("ok") ? DIM : RED,
                    "  " + EventText.call(finished.outcome().call()) + (outcome.equals("ok") ? "" : ": " + outcome));
        }
        redraw();
    }

    private void start(ToolCall call) {
        status = "";
        running.put(call.id(), call);
        if (call.input().get("todos") instanceof List<?> items) {
            List<Map<?, ?>> list = new ArrayList<>();
            items.forEach(item -> {
                if (item instanceof Map<?, ?> todo) {
                    list.add(todo);
                }
            });
            todos = list;
        }
    }

    private void above(String style, String text) {
        erase();
        String indent = text.startsWith("  ") ? "  " : "";
        err.print(style + indent + EventText.cut(EventText.line(text), columns - 3) + PLAIN + "\n");
    }

    private void redraw() {
        List<String> lines = new ArrayList<>();
        int from = Math.max(0, Math.min(firstOpen() - 2, todos.size() - TODOS));
        todos.stream().skip(from).limit(TODOS).forEach(todo -> lines.add(EventText.todo(todo)));
        running.values().forEach(call -> lines.add("» " + EventText.call(call)));
        if (running.isEmpty() && !status.isEmpty()) {
            lines.add("» " + status);
        }
        if (lines.equals(drawn)) {
            return;
        }
        erase();
        lines.forEach(line -> err.print(EventText.cut(line, columns - 1) + "\n"));
        drawn = lines;
        err.flush();
    }

    private int firstOpen() {
        for (int i = 0; i < todos.size(); i++) {
            if (!"completed".equals(todos.get(i).get("status"))) {
                return i;
            }
        }
        return todos.size();
    }

    private void erase() {
        if (!drawn.isEmpty()) {
            err.print("\033[" + drawn.size() + "A\r\033[J");
            drawn = List.of();
        }
    }

    @Override
    public void pause() {
        erase();
    }

    @Override
    public void close() {
        erase();
        err.flush();
    }
}
