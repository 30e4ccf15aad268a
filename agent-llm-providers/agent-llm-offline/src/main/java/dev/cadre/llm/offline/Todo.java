package dev.cadre.llm.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Is the list of what is to do, and how far it is. Confined to one answer. */
final class Todo {

    private final List<String> items = new ArrayList<>();
    private int done;

    void add(String item) {
        items.add(item);
    }

    /** Everything before an item is done, and the item is being worked on. */
    void start(String item) {
        done = Math.max(done, items.indexOf(item));
    }

    void finish() {
        done = items.size();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    Map<String, Object> input() {
        List<Map<String, Object>> todos = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Map<String, Object> todo = new LinkedHashMap<>();
            todo.put("content", items.get(i));
            todo.put("status", i < done ? "completed" : i == done ? "in_progress" : "pending");
            todo.put("activeForm", items.get(i));
            todos.add(todo);
        }
        return Map.of("todos", todos);
    }
}
