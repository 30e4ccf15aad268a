package dev.cadre.core.definition;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.ToolWords;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolNames;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the rules that are a known tool's own name, which most lists are made of; all definitions share them. */
final class NamedRules {

    private static final Map<String, PermissionRule> RULES = rules();

    private NamedRules() {}

    private static Map<String, PermissionRule> rules() {
        Map<String, PermissionRule> rules = new HashMap<>();
        for (String name : ToolNames.known()) {
            rules.put(name, PermissionRule.parse(name));
        }
        return rules;
    }

    /** Returns the rule of a name; null if it is no tool's own, or if the dialect might mean something else by it. */
    static @Nullable PermissionRule of(Dialect dialect, String name) {
        return ToolWords.hasWords(dialect) ? null : RULES.get(name);
    }
}
