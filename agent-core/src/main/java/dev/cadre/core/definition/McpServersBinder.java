package dev.cadre.core.definition;

import dev.cadre.core.source.Node;
import java.util.ArrayList;
import java.util.List;

/** Reads MCP servers: a list of names and one-key maps, or a map of servers by name. */
final class McpServersBinder {

    private final Values values;

    McpServersBinder(Values values) {
        this.values = values;
    }

    List<McpServer> servers(String key, Node node) {
        List<McpServer> servers = new ArrayList<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> inline(key, entry, servers));
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> item(key, item, servers));
        } else {
            values.texts(key, node).forEach(name -> servers.add(new McpServer.Reference(name)));
        }
        return servers;
    }

    private void item(String key, Node item, List<McpServer> servers) {
        if (item instanceof Node.Mapping one) {
            one.entries().forEach(entry -> inline(key, entry, servers));
            return;
        }
        String name = values.word(key, item);
        if (name != null) {
            servers.add(new McpServer.Reference(name));
        }
    }

    private void inline(String key, Node.Entry entry, List<McpServer> servers) {
        String name = entry.key().text();
        servers.add(new McpServer.Inline(name, values.object(key + "." + name, entry.value())));
    }
}
