package dev.cadre.core.convert;

import dev.cadre.core.definition.McpServer;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.format.ServerKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes MCP servers in the shape of a dialect: a list, a map by name, or names alone. */
final class ServersWriter {

    private final Writing writing;
    private final Dialect dialect;

    ServersWriter(Writing writing) {
        this.writing = writing;
        this.dialect = writing.dialect();
    }

    void write(List<McpServer> servers) {
        if (servers.isEmpty()) {
            return;
        }
        if (dialect == Dialect.FACTORY) {
            names(servers);
        } else if (writing.isClaudeFile()) {
            writing.put(
                    Meaning.MCP_SERVERS,
                    "the MCP servers",
                    servers.stream()
                            .map(server -> server instanceof McpServer.Inline inline
                                    ? Collections.singletonMap(inline.name(), config(inline))
                                    : server.name())
                            .toList());
        } else if (writing.has(Meaning.MCP_SERVERS)) {
            byName(servers);
        } else {
            writing.losses().add("the MCP servers can not be expressed");
        }
    }

    // A list limits the agent to these servers there, which is narrower where the definition limits nothing.
    private void names(List<McpServer> servers) {
        List<String> names = new ArrayList<>();
        for (McpServer server : servers) {
            if (server instanceof McpServer.Inline) {
                writing.losses().add("of the MCP servers, " + server.name() + " can only be named there");
            }
            names.add(server.name());
        }
        if (writing.definition().origin().dialect() == Dialect.FACTORY) {
            writing.put(Meaning.ONLY_SERVERS, "the MCP servers", names);
        } else {
            writing.losses().add("the MCP servers can not be asked for; a list there takes away all others");
        }
    }

    private void byName(List<McpServer> servers) {
        Map<String, Object> configs = new LinkedHashMap<>();
        for (McpServer server : servers) {
            if (server instanceof McpServer.Inline inline) {
                configs.put(inline.name(), config(inline));
            } else {
                writing.losses().add("of the MCP servers, " + server.name() + " can not be named without its settings");
            }
        }
        if (!configs.isEmpty()) {
            writing.put(Meaning.MCP_SERVERS, "the MCP servers", configs);
        }
    }

    private Map<String, Object> config(McpServer.Inline server) {
        ServerKeys.Written written = ServerKeys.written(
                server.config(), writing.definition().origin().dialect(), dialect);
        if (!written.isSame()) {
            writing.losses().add("the MCP servers are written with the keys of the format: " + server.name());
        }
        written.lost()
                .forEach(limit -> writing.widenings().add("the server " + server.name() + " " + limit + " is lost"));
        return written.config();
    }
}
