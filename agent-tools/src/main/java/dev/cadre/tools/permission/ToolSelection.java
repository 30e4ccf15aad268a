package dev.cadre.tools.permission;

import dev.cadre.llm.Json;
import java.util.List;

/**
 * Says which tools a definition makes available. Availability is not approval, and absent is not empty.
 */
public sealed interface ToolSelection {

    /** Nothing is said: the host's tools, or the parent's. */
    record Inherit() implements ToolSelection {

        private static final Inherit ALL = new Inherit();
    }

    /**
     * Exactly these, as far as the host has them; an empty list is no tool at all.
     *
     * @param entries tool names and patterns; a specifier such as in {@code Bash(git *)} limits every call of the tool
     */
    record Only(List<PermissionRule> entries) implements ToolSelection {

        /** Copies the entries. */
        public Only {
            entries = Json.list(entries);
        }
    }

    /** Returns the selection that says nothing. */
    static ToolSelection inherit() {
        return Inherit.ALL;
    }

    /** Returns the selection of exactly these entries. */
    static ToolSelection only(List<PermissionRule> entries) {
        return new Only(entries);
    }
}
