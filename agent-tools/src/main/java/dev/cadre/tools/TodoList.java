package dev.cadre.tools;

import dev.cadre.llm.Json;
import java.util.List;

/** Is what an agent plans to do in one run: the run's state of the tool TodoWrite. Thread-safe. */
public final class TodoList {

    private volatile List<Item> items = List.of();

    private TodoList() {}

    /** Makes an empty list. */
    public static TodoList create() {
        return new TodoList();
    }

    /** Returns the items of this moment, in the agent's order; unmodifiable. */
    public List<Item> items() {
        return items;
    }

    /** Replaces all items. */
    public void replace(List<Item> items) {
        this.items = Json.list(items);
    }

    /**
     * Is one thing to do.
     *
     * @param content what to do, such as {@code Write the design}
     * @param status how far it is
     * @param activeForm what to show while it is done, such as {@code Writing the design}
     */
    public record Item(String content, Status status, String activeForm) {}

    /** Says how far an item is. Written in lower case in the tool's input. */
    public enum Status {
        /** Not begun. */
        PENDING,
        /** Being done. */
        IN_PROGRESS,
        /** Done. */
        COMPLETED
    }
}
