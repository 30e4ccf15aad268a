package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.format.CapabilityWords;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kiro's {@code permissions}: a list of rules, each with a capability, an effect, and patterns of what it is about
 * and what it exempts. An exemption can't be expressed: a restriction holds without it, an approval is left out.
 */
final class CapabilityBinder {

    private static final List<String> EFFECTS = List.of("allow", "ask", "deny");
    private static final List<String> KEYS = List.of("capability", "effect", "match", "exclude");

    private final Problems problems;
    private final Values values;
    private final DefinitionBuilder target;

    CapabilityBinder(Problems problems, Values values, DefinitionBuilder target) {
        this.problems = problems;
        this.values = values;
        this.target = target;
    }

    void bind(String path, Node node) {
        Node list = node instanceof Node.Mapping mapping && mapping.get("rules") != null
                ? Objects.requireNonNull(mapping.get("rules"))
                : node;
        if (!(list instanceof Node.Sequence sequence)) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.PERMISSION_VALUE,
                            "\"" + path + "\" must be a list of rules, found " + Values.kind(node))
                    .advice("write a list of rules with capability and effect"));
            return;
        }
        for (Node item : sequence.items()) {
            if (item instanceof Node.Mapping rule) {
                rule(path, rule);
            } else {
                problems.add(problems.at(
                                item,
                                DiagnosticCode.PERMISSION_VALUE,
                                "a rule of \"" + path + "\" must be keys and values, found " + Values.kind(item))
                        .advice("write capability and effect"));
            }
        }
    }

    private void rule(String path, Node.Mapping rule) {
        for (Node.Entry entry : rule.entries()) {
            if (!KEYS.contains(entry.key().text())) {
                problems.add(problems.at(
                                entry.key(),
                                DiagnosticCode.PERMISSION_KEY,
                                "unknown key \"" + entry.key().text() + "\" in a rule of \"" + path + "\"")
                        .found(entry.key().text())
                        .allowed(KEYS)
                        .advice(Values.meant(entry.key().text(), KEYS, "correct the key or remove it")));
            }
        }
        String effect = word(path, rule, "effect", EFFECTS);
        String capability = word(path, rule, "capability", CapabilityWords.capabilities());
        if (effect == null || capability == null) {
            return;
        }
        List<String> patterns = patterns(rule, "match");
        boolean exempts = !patterns(rule, "exclude").isEmpty();
        if (exempts) {
            exemption(path, rule, effect);
        }
        if (effect.equals("allow")) {
            if (!exempts) {
                AddedRules.allow(target, approving(path, rule, capability, patterns));
            }
            return;
        }
        List<PermissionRule> rules = restricting(path, rule, capability, patterns);
        if (effect.equals("ask")) {
            AddedRules.ask(target, rules);
        } else {
            AddedRules.deny(target, rules);
        }
    }

    private @Nullable String word(String path, Node.Mapping rule, String key, List<String> words) {
        Node value = rule.get(key);
        String word = value instanceof Node.Scalar scalar ? scalar.text() : "";
        if (words.contains(word)) {
            return word;
        }
        problems.add(problems.at(
                        value == null ? rule : value,
                        DiagnosticCode.PERMISSION_VALUE,
                        "\"" + path + "\": "
                                + (value == null
                                        ? "a rule without \"" + key + "\""
                                        : "unknown " + key + " " + Values.quoted(value))
                                + "; expected one of " + String.join(", ", words))
                .found(value == null ? "" : Values.shown(value))
                .allowed(words)
                .advice(Values.meant(word, words, "use one of these words")));
        return null;
    }

    private List<String> patterns(Node.Mapping rule, String key) {
        Node value = rule.get(key);
        return value == null ? List.of() : values.texts(key, value);
    }

    private void exemption(String path, Node.Mapping rule, String effect) {
        problems.add(problems.at(
                        rule,
                        DiagnosticCode.PERMISSION_INEXACT,
                        "\"" + path + "\": \"exclude\" can not be expressed; "
                                + (effect.equals("allow") ? "the rule approves nothing" : "the rule holds without it"))
                .advice("name with match what the rule is about"));
    }

    private List<PermissionRule> restricting(String path, Node.Mapping rule, String capability, List<String> patterns) {
        List<PermissionRule> rules = new ArrayList<>();
        for (String pattern : patterns) {
            List<PermissionRule> meant = isAll(pattern) ? List.of() : CapabilityWords.read(capability, pattern);
            if (meant.isEmpty()) {
                if (!isAll(pattern)) {
                    problems.add(problems.at(
                                    rule,
                                    DiagnosticCode.PERMISSION_INEXACT,
                                    "\"" + path + "\": the pattern \"" + pattern + "\" of " + capability
                                            + " can not be expressed; the rule holds for all of it")
                            .found(pattern)
                            .advice("use a pattern of paths, commands or server/tool"));
                }
                return whole(capability);
            }
            rules.addAll(meant);
        }
        return patterns.isEmpty() ? whole(capability) : rules;
    }

    private List<PermissionRule> approving(String path, Node.Mapping rule, String capability, List<String> patterns) {
        List<PermissionRule> rules = new ArrayList<>();
        for (String pattern : patterns) {
            rules.addAll(isAll(pattern) ? whole(capability) : CapabilityWords.read(capability, pattern));
        }
        if (patterns.isEmpty()) {
            rules.addAll(whole(capability));
        }
        List<PermissionRule> approving = rules.stream()
                .filter(meant -> PermissionRules.problemAsAllow(meant).isEmpty())
                .toList();
        if (approving.size() < rules.size() || approving.isEmpty()) {
            problems.add(problems.at(
                    rule,
                    DiagnosticCode.VALUE_INERT,
                    "\"" + path + "\": an approval of " + capability + " that names no tool approves nothing here"));
        }
        return approving;
    }

    private static boolean isAll(String pattern) {
        return pattern.equals("*") || pattern.equals("**");
    }

    private static List<PermissionRule> whole(String capability) {
        return CapabilityWords.tools(capability).stream()
                .map(PermissionRule::parse)
                .toList();
    }
}
