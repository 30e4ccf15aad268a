package dev.cadre.tools.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.FakeToolContext;
import dev.cadre.tools.InMemoryWorkspace;
import dev.cadre.tools.TodoList;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolInputException;
import dev.cadre.tools.permission.Access;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TodoWriteToolTest {

    private final FakeToolContext context = new FakeToolContext(new InMemoryWorkspace());
    private final Tool todoWrite = TodoWriteTool.create();

    private static Map<String, Object> todo(String content, String status) {
        return Map.of("content", content, "status", status, "activeForm", content + "ing");
    }

    private String write(Object... todos) {
        return context.call(todoWrite, Map.of("todos", List.of(todos)));
    }

    @Test
    void replaces_the_whole_list() {
        write(todo("Plan", "in_progress"), todo("Test", "pending"));

        assertThat(write(todo("Plan", "completed")))
                .isEqualTo("The todo list holds 1 item, 1 completed, 0 in progress, 0 pending.");
        assertThat(context.state(TodoList.class, TodoList::create).items())
                .containsExactly(new TodoList.Item("Plan", TodoList.Status.COMPLETED, "Planing"));
    }

    @Test
    void refuses_an_item_that_is_not_whole() {
        assertThatThrownBy(() -> write(Map.of("content", "Plan", "status", "pending")))
                .isInstanceOf(ToolInputException.class)
                .hasMessage("\"todos[0].activeForm\" is missing; expected a string");
        assertThatThrownBy(() -> write(todo("Plan", "done")))
                .hasMessage("\"todos[0].status\" must be one of \"pending\", \"in_progress\", \"completed\", "
                        + "found the string \"done\"");
    }

    @Test
    void touches_only_the_runs_own_books() {
        assertThat(todoWrite.prepare(Map.of("todos", List.of())).accesses()).containsExactly(new Access.Bookkeeping());
    }
}
