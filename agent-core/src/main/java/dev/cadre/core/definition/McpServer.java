package dev.cadre.core.definition;

import dev.cadre.llm.Json;
import java.util.Map;
import java.util.Objects;

/** Names an MCP server that a definition asks for; it is used only if the host allows it. */
public sealed interface McpServer {

    /** Returns the server's name. */
    String name();

    /**
     * A server that the host knows.
     *
     * @param name its name
     */
    record Reference(String name) implements McpServer {

        /** Checks that there is a name. */
        public Reference {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * A server that the definition describes itself.
     *
     * @param name its name
     * @param config its transport, command, address and so on, as written
     */
    record Inline(String name, Map<String, Object> config) implements McpServer {

        /** Copies the configuration. */
        public Inline {
            Objects.requireNonNull(name, "name");
            config = Json.object(config);
        }
    }
}
