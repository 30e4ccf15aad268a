package dev.cadre.tools;

import dev.cadre.tools.permission.Access;
import java.util.List;

/** Is one call with its input parsed: what it touches, and the doing. Immutable. */
public interface ToolAction {

    /** Returns all that the action touches; the permission is decided on it. Never empty. */
    List<Access> accesses();

    /**
     * Returns lines that show a person what it would do, such as a diff; empty by default. Changes nothing. Called only
     * when somebody is to be asked.
     */
    default List<String> preview(ToolContext context) {
        return List.of();
    }

    /**
     * Does it. Called by {@link ToolExecutor} only, and only after the permission was decided.
     *
     * @throws ToolFailureException if it failed in a way that the model can react to
     */
    ToolOutput perform(ToolContext context);
}
