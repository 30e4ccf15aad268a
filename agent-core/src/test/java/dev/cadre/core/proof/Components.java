package dev.cadre.core.proof;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Compares two definitions component by component, and knows by which words a report of losses names each of them. */
final class Components {

    private static final Map<String, Function<AgentDefinition, Object>> VALUES = values();

    private static final Map<String, String> WORDS = words();

    private Components() {}

    private static Map<String, Function<AgentDefinition, Object>> values() {
        Map<String, Function<AgentDefinition, Object>> values = new LinkedHashMap<>();
        values.put("name", AgentDefinition::name);
        values.put("description", AgentDefinition::description);
        values.put("prompt", AgentDefinition::prompt);
        // The order of tools means nothing, and groups change it.
        values.put("tools", Components::tools);
        values.put("disallowedTools", Components::denied);
        values.put("rules", Components::rules);
        values.put("capabilities", AgentDefinition::capabilities);
        values.put("model", AgentDefinition::model);
        values.put("permissionMode", AgentDefinition::permissionMode);
        values.put("maxTurns", AgentDefinition::maxTurns);
        values.put("effort", AgentDefinition::effort);
        values.put("color", AgentDefinition::color);
        values.put("skills", AgentDefinition::skills);
        values.put("mcpServers", AgentDefinition::mcpServers);
        values.put("hooks", AgentDefinition::hooks);
        values.put("memory", AgentDefinition::memory);
        values.put("background", AgentDefinition::background);
        values.put("isolation", AgentDefinition::isolation);
        values.put("initialPrompt", AgentDefinition::initialPrompt);
        values.put("omitClaudeMd", AgentDefinition::omitClaudeMd);
        values.put("experimental", AgentDefinition::experimental);
        values.put("temperature", AgentDefinition::temperature);
        values.put("timeout", AgentDefinition::timeout);
        values.put("outputSchema", AgentDefinition::outputSchema);
        return values;
    }

    // A denial means the same in either place, and one of the whole tool covers the others.
    private static Set<PermissionRule> denied(AgentDefinition definition) {
        Set<PermissionRule> denied = spelled(definition.disallowedTools());
        denied.addAll(spelled(definition.rules().deny()));
        Set<String> whole = new HashSet<>();
        denied.stream().filter(rule -> rule.specifier().isEmpty()).forEach(rule -> whole.add(rule.tool()));
        denied.removeIf(rule -> rule.specifier().isPresent() && whole.contains(rule.tool()));
        return denied;
    }

    private static Object rules(AgentDefinition definition) {
        return List.of(
                inForce(definition, definition.rules().ask()),
                inForce(definition, definition.rules().allow()));
    }

    // A rule for what is denied never decides.
    private static Set<PermissionRule> inForce(AgentDefinition definition, List<PermissionRule> rules) {
        Set<PermissionRule> inForce = spelled(rules);
        inForce.removeAll(denied(definition));
        inForce.removeIf(rule -> denied(definition).stream()
                .anyMatch(denied ->
                        denied.tool().equals(rule.tool()) && denied.specifier().isEmpty()));
        return inForce;
    }

    private static Object tools(AgentDefinition definition) {
        return definition.tools() instanceof ToolSelection.Only only ? spelled(only.entries()) : definition.tools();
    }

    // Rules by their newest spelling: a server is all of its tools, and a colon before the last star is a blank.
    private static Set<PermissionRule> spelled(List<PermissionRule> rules) {
        Set<PermissionRule> spelled = new HashSet<>();
        for (PermissionRule rule : rules) {
            String specifier = rule.specifier().orElse("");
            boolean server = rule.tool().startsWith("mcp__") && rule.tool().indexOf("__", 5) < 0;
            if (server && !rule.tool().endsWith("*") && specifier.isEmpty()) {
                spelled.add(PermissionRule.parse(rule.tool() + "__*"));
            } else if (rule.tool().equals("Bash") && specifier.endsWith(":*")) {
                spelled.add(PermissionRule.parse("Bash(" + specifier.substring(0, specifier.length() - 2) + " *)"));
            } else {
                spelled.add(rule);
            }
        }
        return spelled;
    }

    // A part of the sentence that tells the loss.
    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("tools", "tool");
        words.put("disallowedTools", "deni|rule|tool");
        words.put("rules", "rule|deni|asks|approv");
        words.put("capabilities", "permissions|network|mcp");
        words.put("model", "model");
        words.put("permissionMode", "permission mode");
        words.put("maxTurns", "turn");
        words.put("effort", "effort");
        words.put("color", "colour");
        words.put("skills", "skills");
        words.put("mcpServers", "MCP servers");
        words.put("hooks", "hooks");
        words.put("memory", "memory");
        words.put("background", "background");
        words.put("isolation", "isolation");
        words.put("initialPrompt", "first message");
        words.put("omitClaudeMd", "instruction files");
        words.put("experimental", "experimental");
        words.put("temperature", "temperature");
        words.put("timeout", "time limit");
        words.put("outputSchema", "schema");
        return words;
    }

    /** Returns the values that differ and that no sentence of a report names, with both. */
    static Map<String, String> unreported(AgentDefinition before, AgentDefinition after, Iterable<String> report) {
        Map<String, String> unreported = new LinkedHashMap<>();
        VALUES.forEach((component, value) -> {
            Object was = value.apply(before);
            Object is = value.apply(after);
            if (!Objects.equals(was, is) && !isNamed(component, report)) {
                unreported.put(component, was + " became " + is);
            }
        });
        before.extensions().forEach((key, was) -> {
            Object is = after.extensions().get(key);
            if (!Objects.equals(was, is) && !isNamed("\"" + key + "\"", report)) {
                unreported.put(key, was + " became " + is);
            }
        });
        return unreported;
    }

    private static boolean isNamed(String component, Iterable<String> report) {
        Pattern pattern = component.startsWith("\"")
                ? Pattern.compile(Pattern.quote(component))
                : Pattern.compile(WORDS.getOrDefault(component, "\\b" + component + "\\b"));
        for (String sentence : report) {
            if (pattern.matcher(sentence).find()) {
                return true;
            }
        }
        return false;
    }
}
