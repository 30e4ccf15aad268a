package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.format.NestedShapes;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.ArrayList;
import java.util.List;

/** Reads MCP servers: a list of names and one-key maps, or a map of servers by name. */
final class McpServersBinder {

    // Where a server is, in all formats.
    private static final List<String> ADDRESSES = List.of("command", "url", "httpUrl", "http_url", "tcp", "disabled");

    private final Problems problems;
    private final Values values;

    McpServersBinder(Problems problems, Values values) {
        this.problems = problems;
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
            if (one.entries().size() != 1) {
                problems.add(problems.at(
                                item,
                                DiagnosticCode.VALUE_LENIENT,
                                "an item of \"" + key + "\" should hold one server, found "
                                        + one.entries().size())
                        .advice("write each server as an item of its own"));
            }
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
        String path = key + "." + name;
        servers.add(new McpServer.Inline(name, values.object(path, entry.value())));
        if (entry.value() instanceof Node.Mapping config) {
            new ShapeCheck(problems).check(path, config, NestedShapes.SERVER);
            if (ADDRESSES.stream().allMatch(address -> config.get(address) == null) && config.get("type") == null) {
                problems.add(problems.at(
                                entry.key(),
                                DiagnosticCode.KEY_MISSING,
                                "\"" + path + "\" has neither a command nor a url, so nothing can be reached")
                        .severity(Severity.WARNING)
                        .advice("add command or url"));
            }
        }
    }
}
