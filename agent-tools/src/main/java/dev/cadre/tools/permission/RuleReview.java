package dev.cadre.tools.permission;

import dev.cadre.tools.permission.PermissionFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for rules that do not do what their authors will have meant. Used once, by one thread. */
final class RuleReview {

    private final List<PermissionLayer> layers;
    private final Rulebook rulebook;
    private final List<PermissionFinding> findings = new ArrayList<>();

    RuleReview(List<PermissionLayer> layers, Rulebook rulebook) {
        this.layers = layers;
        this.rulebook = rulebook;
    }

    List<PermissionFinding> findings() {
        for (PermissionLayer layer : layers) {
            Stream.of(
                            layer.disallowedTools(),
                            layer.rules().deny(),
                            layer.rules().ask())
                    .flatMap(List::stream)
                    .forEach(rule -> restriction(layer, rule));
            layer.rules()
                    .ask()
                    .forEach(rule -> shadow(layer, rule, rulebook.deny().entries()));
            layer.rules().allow().forEach(rule -> approval(layer, rule));
        }
        return findings;
    }

    private void restriction(PermissionLayer layer, PermissionRule rule) {
        spelling(layer, rule);
        boolean isWriteOnly = rule.tool().equals("Write") && rule.meaning().orElse(null) instanceof Specifier.Path;
        if (isWriteOnly) {
            String wider = "Edit(" + rule.specifier().orElse("") + ")";
            add(Kind.TOO_NARROW, layer, rule, "limits the tool Write only; write " + wider + " for all that write");
        }
    }

    private void approval(PermissionLayer layer, PermissionRule rule) {
        spelling(layer, rule);
        if (layer.approves() == PermissionLayer.Approves.NO) {
            add(Kind.INERT, layer, rule, "approves nothing, since this layer can only narrow; the host must allow it");
            return;
        }
        shadow(layer, rule, rulebook.deny().entries());
        shadow(layer, rule, rulebook.ask().entries());
        if (!rule.isNameGlob() && isAbsent(rule)) {
            add(Kind.UNAVAILABLE, layer, rule, "never applies, since the tool is not available");
        }
        Specifier meaning = rule.meaning().orElse(null);
        if (meaning instanceof Specifier.Opaque) {
            add(
                    Kind.UNREACHABLE,
                    layer,
                    rule,
                    "never applies, since nothing is known of what this tool's specifier means");
        }
        if (meaning instanceof Specifier.Command command) {
            command(layer, rule, command.pattern());
        }
    }

    // mcp__server is available as long as any tool of it may be.
    private boolean isAbsent(PermissionRule rule) {
        boolean isServer =
                rule.tool().startsWith("mcp__") && !rule.tool().substring(5).contains("__");
        return rulebook.unavailability(isServer ? rule.tool() + "__any" : rule.tool())
                        .isPresent()
                && !isServer;
    }

    private void command(PermissionLayer layer, PermissionRule rule, CommandPattern pattern) {
        if (pattern.startsWithAssignment()) {
            add(Kind.UNREACHABLE, layer, rule, "never applies, since a command behind an assignment is not analysed");
        } else if (pattern.hasInnerWildcard()) {
            add(Kind.TOO_BROAD, layer, rule, "has a wildcard before its end, which stands for any one argument");
        }
    }

    private void shadow(PermissionLayer layer, PermissionRule rule, List<Rulebook.Entry> before) {
        Optional<Rulebook.Entry> hiding = before.stream()
                .filter(entry -> entry.rule().equals(rule)
                        || (entry.rule().meaning().isEmpty() && entry.rule().meansTool(rule.tool())))
                .findFirst();
        hiding.ifPresent(entry -> add(
                Kind.SHADOWED,
                layer,
                rule,
                "never decides, since " + entry.rule() + " of " + entry.layer() + " comes before"));
    }

    private void spelling(PermissionLayer layer, PermissionRule rule) {
        ToolNames.nearest(rule.tool())
                .ifPresent(name ->
                        add(Kind.MISSPELT, layer, rule, "names no known tool; \"" + name + "\" may have been meant"));
    }

    private void add(Kind kind, PermissionLayer layer, PermissionRule rule, String problem) {
        findings.add(new PermissionFinding(kind, layer.name(), rule, "the rule " + rule + " " + problem));
    }
}
