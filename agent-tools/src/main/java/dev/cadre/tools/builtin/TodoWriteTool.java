package dev.cadre.tools.builtin;

import dev.cadre.tools.Parameter;
import dev.cadre.tools.TodoList;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.Tools;
import dev.cadre.tools.permission.Access;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Keeps the run's todo list. */
public final class TodoWriteTool {

    private TodoWriteTool() {}

    record Input(
            @NotNull @Size(max = 200) @Parameter("All items, in order; they replace the list.")
            List<Todo> todos) {}

    record Todo(
            @NotBlank @Parameter("What to do, such as \"Run the tests\".")
            String content,

            @NotNull @Parameter("How far it is. Keep one item in_progress at a time.")
            TodoList.Status status,

            @NotBlank
            @Parameter(value = "What to show while it is done, such as \"Running the tests\".", name = "activeForm")
            String activeForm) {}

    /** Makes the tool. */
    public static Tool create() {
        return Tools.tool(
                "TodoWrite",
                "Writes the todo list of this task. Each call replaces the whole list. Use it to plan work of several "
                        + "steps, and write it again whenever a step begins or is done.",
                Input.class,
                input -> List.of(new Access.Bookkeeping()),
                TodoWriteTool::write);
    }

    private static ToolOutput write(Input input, ToolContext context) {
        List<TodoList.Item> items = input.todos().stream()
                .map(todo -> new TodoList.Item(todo.content(), todo.status(), todo.activeForm()))
                .toList();
        context.state(TodoList.class, TodoList::create).replace(items);
        return ToolOutput.text("The todo list holds " + Words.count(items.size(), "item") + ", "
                + count(items, TodoList.Status.COMPLETED) + " completed, "
                + count(items, TodoList.Status.IN_PROGRESS) + " in progress, "
                + count(items, TodoList.Status.PENDING) + " pending.");
    }

    private static long count(List<TodoList.Item> items, TodoList.Status status) {
        return items.stream().filter(item -> item.status() == status).count();
    }
}
