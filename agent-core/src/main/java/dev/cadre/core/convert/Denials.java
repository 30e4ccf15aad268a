package dev.cadre.core.convert;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.tools.permission.PermissionRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Knows what a definition denies by whichever key, and how a rule is spelled. */
final class Denials {

    private Denials() {}

    static List<PermissionRule> of(AgentDefinition definition) {
        List<PermissionRule> denied = new ArrayList<>(definition.disallowedTools());
        denied.addAll(definition.rules().deny());
        return denied;
    }

    /** Returns the tools of which every call is denied. */
    static Set<String> whole(List<PermissionRule> denied) {
        Set<String> names = new LinkedHashSet<>();
        denied.stream().filter(rule -> rule.specifier().isEmpty()).forEach(rule -> names.add(rule.tool()));
        return names;
    }

    /** Returns a rule under a tool's name in some dialect. */
    static String spelled(String tool, PermissionRule rule) {
        return tool + rule.specifier().map(text -> "(" + text + ")").orElse("");
    }
}
