package dev.cadre.core.convert;

import dev.cadre.core.format.CapabilityWords;
import dev.cadre.core.format.Meaning;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes rules as Kiro's list of capabilities with an effect; deny beats ask beats allow there, too. */
final class CapabilityRules {

    private final Writing writing;
    private final Set<Map<String, Object>> written = new LinkedHashSet<>();

    CapabilityRules(Writing writing) {
        this.writing = writing;
    }

    void write() {
        PermissionRules rules = writing.definition().rules();
        Denials.of(writing.definition()).forEach(rule -> restrict(rule, "deny", "denies"));
        rules.ask().forEach(rule -> restrict(rule, "ask", "asks about"));
        rules.allow().stream().filter(rule -> rule.specifier().isPresent()).forEach(this::allow);
        if (!written.isEmpty()) {
            writing.put(Meaning.CAPABILITY_RULES, "the rules", new ArrayList<>(written));
        }
    }

    // A whole capability may be more than the tool: that is narrower, and told.
    private void restrict(PermissionRule rule, String effect, String says) {
        Optional<CapabilityWords.Resource> resource = CapabilityWords.written(rule);
        if (resource.isEmpty()) {
            writing.losses().add("the rule that " + says + " " + rule + " can not be expressed");
            return;
        }
        if (!resource.get().isExact()) {
            writing.tellBroader(rule, says, CapabilityWords.tools(resource.get().capability()));
        }
        add(resource.get(), effect);
    }

    private void allow(PermissionRule rule) {
        Optional<CapabilityWords.Resource> resource =
                CapabilityWords.written(rule).filter(CapabilityWords.Resource::isExact);
        if (resource.isPresent()) {
            add(resource.get(), "allow");
        } else {
            writing.losses().add("the approval of " + rule + " can not be expressed");
        }
    }

    private void add(CapabilityWords.Resource resource, String effect) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("capability", resource.capability());
        rule.put("effect", effect);
        if (!resource.match().isEmpty()) {
            rule.put("match", List.of(resource.match()));
        }
        written.add(rule);
    }
}
