package dev.cadre.core.definition;

import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Adds rules to a definition; several keys may say something about the same tool, and none takes another's rules away. */
final class AddedRules {

    private AddedRules() {}

    static void deny(DefinitionBuilder target, List<PermissionRule> rules) {
        PermissionRules held = target.rules;
        target.rules(new PermissionRules(joined(held.deny(), rules), held.ask(), held.allow()));
    }

    static void ask(DefinitionBuilder target, List<PermissionRule> rules) {
        PermissionRules held = target.rules;
        target.rules(new PermissionRules(held.deny(), joined(held.ask(), rules), held.allow()));
    }

    static void allow(DefinitionBuilder target, List<PermissionRule> rules) {
        PermissionRules held = target.rules;
        target.rules(new PermissionRules(held.deny(), held.ask(), joined(held.allow(), rules)));
    }

    static List<PermissionRule> joined(List<PermissionRule> first, List<PermissionRule> second) {
        Set<PermissionRule> joined = new LinkedHashSet<>(first);
        joined.addAll(second);
        return new ArrayList<>(joined);
    }
}
