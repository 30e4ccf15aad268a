package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticJson;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes readings in the shape of {@code agents check --json}. */
final class ReadingJson {

    private ReadingJson() {}

    static Map<String, Object> of(Reading reading) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("path", reading.source().name());
        object.put("dialect", reading.dialect().id());
        object.put("loaded", reading.definition().isPresent());
        reading.seen().ifPresent(definition -> put(object, definition));
        object.put(
                "diagnostics",
                reading.diagnostics().stream().map(DiagnosticJson::of).toList());
        return object;
    }

    private static void put(Map<String, @Nullable Object> object, AgentDefinition definition) {
        object.put("name", definition.name());
        object.put("description", definition.description());
        object.put("tools", tools(definition));
        object.put("permissions", permissions(definition.capabilities()));
        object.put("model", model(definition));
        object.put(
                "permissionMode",
                definition.permissionMode().map(PermissionMode::word).orElse(null));
        object.put("color", definition.color().orElse(null));
        object.put("extensions", List.copyOf(definition.extensions().keySet()));
    }

    private static Map<String, Object> tools(AgentDefinition definition) {
        Map<String, Object> tools = new LinkedHashMap<>();
        boolean only = definition.tools() instanceof ToolSelection.Only;
        tools.put("mode", only ? "only" : "inherit");
        tools.put("allow", definition.tools() instanceof ToolSelection.Only o ? texts(o.entries()) : List.of());
        tools.put("deny", texts(definition.disallowedTools()));
        return tools;
    }

    // As in the source: a word that means several tools is one text for all of them.
    private static List<String> texts(List<PermissionRule> rules) {
        List<String> texts = new ArrayList<>();
        PermissionRule previous = null;
        for (PermissionRule rule : rules) {
            boolean same = previous != null && previous.toString().equals(rule.toString()) && !previous.equals(rule);
            if (!same) {
                texts.add(rule.toString());
            }
            previous = rule;
        }
        return texts;
    }

    private static Map<String, Object> permissions(Capabilities capabilities) {
        Map<String, Object> permissions = new LinkedHashMap<>();
        put(permissions, "network", capabilities.network());
        put(permissions, "mcp", capabilities.mcp());
        return permissions;
    }

    private static void put(Map<String, Object> target, String name, Capabilities.Setting setting) {
        if (setting != Capabilities.Setting.INHERIT) {
            target.put(name, setting == Capabilities.Setting.ALLOW);
        }
    }

    // As in the source: null where it says nothing.
    private static @Nullable Object model(AgentDefinition definition) {
        if (definition.model() instanceof ModelChoice.Named named) {
            return named.name();
        }
        if (definition.model() instanceof ModelChoice.Priority priority) {
            return priority.names();
        }
        return definition.origin().span("model").isPresent() ? "inherit" : null;
    }
}
