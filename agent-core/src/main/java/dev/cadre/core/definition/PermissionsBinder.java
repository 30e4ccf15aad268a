package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the map of permissions: switches, and rules that deny, ask and allow. */
final class PermissionsBinder {

    static final List<String> KEYS = List.of("network", "mcp", "deny", "ask", "allow");

    private final Problems problems;
    private final DefinitionBuilder target;
    private final RuleLists lists;

    PermissionsBinder(Problems problems, DefinitionBuilder target, RuleLists lists) {
        this.problems = problems;
        this.target = target;
        this.lists = lists;
    }

    /** Reads the map. */
    void bind(String path, Node node) {
        if (lists.isNull(path, node)) {
            return;
        }
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.PERMISSION_VALUE,
                            "\"" + path + "\" must be keys and values, found " + Values.kind(node))
                    .advice("write network: false or mcp: false below it"));
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            permission(path, entry);
        }
    }

    private void permission(String path, Node.Entry entry) {
        String key = entry.key().text();
        Capabilities held = target.capabilities;
        String own = path + "." + key;
        switch (key) {
            case "network" ->
                target.capabilities(new Capabilities(held.network().and(setting(path, entry)), held.mcp()));
            case "mcp" ->
                target.capabilities(new Capabilities(held.network(), held.mcp().and(setting(path, entry))));
            case "deny" -> AddedRules.deny(target, lists.orNone(own, entry.value()));
            case "ask" -> AddedRules.ask(target, lists.orNone(own, entry.value()));
            case "allow" -> AddedRules.allow(target, approving(own, entry.value()));
            default -> unknownPermission(path, entry.key());
        }
    }

    private List<PermissionRule> approving(String path, Node node) {
        List<PermissionRule> rules = new ArrayList<>();
        for (PermissionRule rule : lists.orNone(path, node)) {
            Optional<String> problem = PermissionRules.problemAsAllow(rule);
            problem.ifPresent(words -> problems.add(problems.at(
                            node,
                            DiagnosticCode.TOOLS_SYNTAX,
                            "in \"" + path + "\": \"" + rule + "\" can not approve: " + words)
                    .found(rule.toString())
                    .advice("name the tool, or remove the rule")));
            if (problem.isEmpty()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /** Returns whether a value is exactly {@code true} or {@code false}, without quotes. */
    static boolean isSwitch(Node.Entry entry) {
        return entry.value() instanceof Node.Scalar scalar
                && scalar.style() == Node.Style.PLAIN
                && (scalar.text().equals("true") || scalar.text().equals("false"));
    }

    private Capabilities.Setting setting(String path, Node.Entry entry) {
        if (isSwitch(entry)) {
            boolean allowed = ((Node.Scalar) entry.value()).text().equals("true");
            return allowed ? Capabilities.Setting.ALLOW : Capabilities.Setting.DENY;
        }
        problems.add(problems.at(
                        entry.value(),
                        DiagnosticCode.PERMISSION_VALUE,
                        "\"" + path + "." + entry.key().text() + "\" must be exactly true or false, found "
                                + Values.kind(entry.value()))
                .found(Values.shown(entry.value()))
                .allowed(List.of("true", "false"))
                .advice("write true or false, without quotes"));
        return Capabilities.Setting.DENY;
    }

    private void unknownPermission(String path, Node.Scalar key) {
        problems.add(problems.at(
                        key,
                        DiagnosticCode.PERMISSION_KEY,
                        "unknown permission \"" + key.text() + "\" in \"" + path + "\"")
                .found(key.text())
                .allowed(KEYS)
                .advice(Values.meant(key.text(), KEYS, "correct the key or remove it")));
    }
}
