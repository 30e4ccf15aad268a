package dev.cadre.core.convert;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.WrittenWords;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes rules as opencode's map of actions, in which the last match wins: the stricter stand later. */
final class Actions {

    private final Writing writing;
    private final Map<String, Object> actions = new LinkedHashMap<>();

    Actions(Writing writing) {
        this.writing = writing;
    }

    Map<String, Object> of(List<PermissionRule> denied) {
        PermissionRules rules = writing.definition().rules();
        allow(rules.allow());
        rules.ask().forEach(rule -> restrict(rule, "ask", "asks about"));
        denied.forEach(rule -> restrict(rule, "deny", "denies"));
        return actions;
    }

    // An approval of one tool is no approval of all that its word means.
    private void allow(List<PermissionRule> rules) {
        Set<String> whole = new HashSet<>();
        rules.stream().filter(rule -> rule.specifier().isEmpty()).forEach(rule -> whole.add(rule.tool()));
        for (PermissionRule rule : rules) {
            String word = WrittenWords.denying(Dialect.OPENCODE, rule.tool());
            List<String> meant = WrittenWords.grantedBy(Dialect.OPENCODE, word);
            if (meant.size() > 1
                    && !(whole.containsAll(meant) && rule.specifier().isEmpty())) {
                writing.losses().add("the approval of " + rule + " can not be expressed");
            } else {
                action(word, rule, "allow");
            }
        }
    }

    private void restrict(PermissionRule rule, String action, String says) {
        String word = WrittenWords.denying(Dialect.OPENCODE, rule.tool());
        List<String> others = new ArrayList<>(WrittenWords.grantedBy(Dialect.OPENCODE, word));
        if (rule.tool().startsWith("mcp__")) {
            others.add("every tool called " + word);
        }
        writing.tellBroader(rule, says, others);
        action(word, rule, action);
    }

    @SuppressWarnings("unchecked")
    private void action(String word, PermissionRule rule, String action) {
        // Put at the end again, so that nothing that stands between counts instead.
        Object held = actions.remove(word);
        if (rule.specifier().isEmpty() && !(held instanceof Map)) {
            actions.put(word, action);
            return;
        }
        Map<String, Object> patterns = held instanceof Map ? (Map<String, Object>) held : new LinkedHashMap<>();
        if (held instanceof String whole) {
            patterns.put("*", whole);
        }
        String pattern = rule.specifier().orElse("*");
        patterns.remove(pattern);
        patterns.put(pattern, action);
        actions.put(word, patterns);
    }
}
