package dev.cadre.core;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.tools.Tool;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what the host allows, and narrows it by a definition. */
final class HostRights {

    private final List<PermissionRule> deny = new ArrayList<>();
    private final List<PermissionRule> ask = new ArrayList<>();
    private final List<PermissionRule> allow = new ArrayList<>();
    private PermissionMode mode = PermissionMode.DEFAULT;

    void mode(PermissionMode mode) {
        this.mode = mode;
    }

    void deny(PermissionRule rule) {
        deny.add(rule);
    }

    void ask(PermissionRule rule) {
        ask.add(rule);
    }

    void allow(PermissionRule rule) {
        allow.add(rule);
    }

    Rights narrowedBy(AgentDefinition definition, List<Tool> tools) {
        PermissionLayer host = PermissionLayer.builder("host")
                .mode(mode)
                .rules(new PermissionRules(deny, ask, allow))
                .approves(PermissionLayer.Approves.YES)
                .build();
        PermissionPolicy policy = PermissionPolicy.of(List.of(host, definitionLayer(definition)));
        requireSomeTool(definition, tools, policy);
        return new Rights(policy, notices(definition));
    }

    private static PermissionLayer definitionLayer(AgentDefinition definition) {
        PermissionLayer.Builder layer = PermissionLayer.builder("definition")
                .tools(definition.tools())
                .disallowedTools(definition.disallowedTools())
                .rules(definition.rules())
                .capabilities(definition.capabilities())
                .approves(PermissionLayer.Approves.NO);
        definition.permissionMode().ifPresent(layer::mode);
        return layer.build();
    }

    private static void requireSomeTool(AgentDefinition definition, List<Tool> tools, PermissionPolicy policy) {
        if (definition.tools() instanceof ToolSelection.Only only
                && !only.entries().isEmpty()
                && tools.stream()
                        .noneMatch(tool -> policy.isAvailable(tool.spec().name()))) {
            throw new AgentSetupException("none of the tools of \"" + definition.name() + "\" exists here: it names "
                    + only.entries().stream().map(PermissionRule::toString).collect(Collectors.joining(", "))
                    + "; the host has "
                    + tools.stream().map(tool -> tool.spec().name()).collect(Collectors.joining(", ")));
        }
    }

    private List<String> notices(AgentDefinition definition) {
        return definition
                .permissionMode()
                .filter(wanted -> wanted != mode && widens(wanted))
                .map(wanted -> "the definition asks for permission mode " + wanted.word()
                        + "; it has no effect, because the host allows " + mode.word())
                .stream()
                .toList();
    }

    private static boolean widens(PermissionMode wanted) {
        return wanted == PermissionMode.ACCEPT_EDITS || wanted == PermissionMode.BYPASS_PERMISSIONS;
    }
}
