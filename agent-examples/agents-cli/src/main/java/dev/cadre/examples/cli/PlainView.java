package dev.cadre.examples.cli;

import dev.cadre.core.run.AgentEvent;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Writes one line a step to standard error, for logs and pipes. */
final class PlainView implements RunView {

    private static final int COLUMNS = 160;

    private final PrintStream err;

    PlainView(PrintStream err) {
        this.err = err;
    }

    @Override
    public void accept(AgentEvent event) {
        if (event instanceof AgentEvent.RunStarted started) {
            print(started.agent() + " runs on " + started.model() + "; tools: " + String.join(", ", started.tools()));
            started.notices().forEach(notice -> print("note: " + notice));
        } else if (event instanceof AgentEvent.AssistantAnswered answered
                && !answered.message().toolCalls().isEmpty()
                && !answered.message().text().isBlank()) {
            print(answered.message().text());
        } else if (event instanceof AgentEvent.ToolStarted started) {
            todo(started);
        } else if (event instanceof AgentEvent.ToolFinished finished) {
            print("  ", EventText.call(finished.outcome().call()) + ": " + EventText.outcome(finished.outcome()));
        } else if (event instanceof AgentEvent.RunFinished finished
                && !finished.result().isCompleted()) {
            print("ended: " + finished.result().outcome());
        }
    }

    private void todo(AgentEvent.ToolStarted started) {
        if (started.call().input().get("todos") instanceof List<?> todos) {
            todos.stream()
                    .filter(todo -> todo instanceof Map<?, ?> item && "in_progress".equals(item.get("status")))
                    .forEach(todo -> print("  ", EventText.todo((Map<?, ?>) todo)));
        }
    }

    private void print(String line) {
        print("", line);
    }

    private void print(String indent, String line) {
        err.println(indent + EventText.cut(EventText.line(line), COLUMNS));
    }
}
