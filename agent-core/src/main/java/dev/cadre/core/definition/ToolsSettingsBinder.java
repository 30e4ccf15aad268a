package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.RuleSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the limits in Kiro's older {@code toolsSettings}: denied paths and commands. What they approve is a wish that the
 * host need not grant, so it is kept as it is written and no more.
 */
final class ToolsSettingsBinder {

    private static final Map<String, List<String>> TOOLS = Map.of(
            "read", List.of("Read"),
            "fs_read", List.of("Read"),
            "write", List.of("Edit"),
            "fs_write", List.of("Edit"),
            "shell", List.of("Bash"),
            "execute_bash", List.of("Bash"),
            "web_fetch", List.of("WebFetch"));

    private static final List<String> LIMITS =
            List.of("deniedPaths", "deniedCommands", "blocked", "deniedServices", "denyByDefault");

    private final Problems problems;
    private final Values values;
    private final DefinitionBuilder target;

    ToolsSettingsBinder(Problems problems, Values values, DefinitionBuilder target) {
        this.problems = problems;
        this.values = values;
        this.target = target;
    }

    void bind(String path, Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            values.wrongKind(path, node, "keys and values");
            return;
        }
        for (Node.Entry tool : mapping.entries()) {
            if (tool.value() instanceof Node.Mapping settings) {
                settings(path + "." + tool.key().text(), tool.key().text(), settings);
            } else {
                values.wrongKind(path + "." + tool.key().text(), tool.value(), "keys and values");
            }
        }
    }

    private void settings(String path, String tool, Node.Mapping settings) {
        for (Node.Entry setting : settings.entries()) {
            String key = setting.key().text();
            if (LIMITS.contains(key)) {
                limit(path + "." + key, tool, key, setting.value());
            }
        }
    }

    private void limit(String path, String tool, String key, Node value) {
        List<String> tools = TOOLS.getOrDefault(tool, List.of());
        if (tools.isEmpty()) {
            problems.add(problems.at(
                            value,
                            DiagnosticCode.PERMISSION_LOST,
                            "\"" + path + "\" limits a tool that there is not here")
                    .advice("deny what it is about by a rule of permissions"));
        } else if (key.equals("denyByDefault")) {
            if (values.flag(path, value)) {
                whole(path, tools.get(0), value);
            }
        } else {
            for (String pattern : values.texts(path, value)) {
                Optional<PermissionRule> rule = rule(key, tools.get(0), pattern);
                rule.ifPresentOrElse(
                        denied -> AddedRules.deny(target, List.of(denied)), () -> whole(path, tools.get(0), value));
            }
        }
    }

    private void whole(String path, String tool, Node value) {
        List<PermissionRule> denied = new ArrayList<>();
        denied.add(PermissionRule.parse(tool));
        if (tool.equals("Edit")) {
            denied.add(PermissionRule.parse("Write"));
            denied.add(PermissionRule.parse("NotebookEdit"));
        }
        AddedRules.deny(target, denied);
        problems.add(problems.at(
                        value,
                        DiagnosticCode.PERMISSION_INEXACT,
                        "\"" + path + "\" can not be expressed, so " + tool + " is denied as a whole")
                .found(Values.shown(value))
                .advice("write rules of permissions with capability, effect and match"));
    }

    // Commands are regular expressions there; only those are understood that hold nothing but text and ".*".
    private static Optional<PermissionRule> rule(String key, String tool, String pattern) {
        String glob = pattern;
        if (key.equals("deniedCommands")) {
            String text = pattern.replace(".*", "*");
            if (text.chars().anyMatch(c -> "\\^$.|?+()[]{}".indexOf(c) >= 0)) {
                return Optional.empty();
            }
            glob = text.endsWith("*") ? text : text + "*";
        } else if (!key.equals("deniedPaths")) {
            return Optional.empty();
        }
        try {
            return Optional.of(PermissionRule.parse(tool + "(" + glob + ")"));
        } catch (RuleSyntaxException e) {
            return Optional.empty();
        }
    }
}
