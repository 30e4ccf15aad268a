package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the rules of all layers, in the order in which they are considered. Immutable. */
final class Rulebook {

    /** Is a rule and who made it. */
    record Entry(String layer, PermissionRule rule) {}

    /** Is a mode and who set it. */
    record LayerMode(String layer, PermissionMode mode) {}

    /** Is one layer's list of exactly the available tools. */
    record Selection(String layer, List<PermissionRule> entries) {

        List<PermissionRule> of(String tool) {
            return entries.stream().filter(entry -> entry.meansTool(tool)).toList();
        }
    }

    private final RuleList deny;
    private final RuleList ask;
    private final RuleList allow;
    private final Optional<Entry> restrictingCommands;
    private final List<LayerMode> modes = new ArrayList<>();
    private final List<Selection> selections = new ArrayList<>();
    private final Capabilities capabilities;
    private final List<String> confiningLayers = new ArrayList<>();

    Rulebook(List<PermissionLayer> layers) {
        List<Entry> denying = new ArrayList<>();
        List<Entry> asking = new ArrayList<>();
        List<Entry> allowing = new ArrayList<>();
        Capabilities all = Capabilities.INHERIT;
        for (PermissionLayer layer : layers) {
            add(denying, layer, layer.disallowedTools());
            add(denying, layer, layer.rules().deny());
            add(asking, layer, layer.rules().ask());
            if (layer.approves() == PermissionLayer.Approves.YES) {
                add(allowing, layer, layer.rules().allow());
            }
            layer.mode().ifPresent(mode -> modes.add(new LayerMode(layer.name(), mode)));
            if (layer.tools() instanceof ToolSelection.Only only) {
                selections.add(new Selection(layer.name(), only.entries()));
            }
            if (confinesPaths(layer)) {
                confiningLayers.add(layer.name());
            }
            all = all.and(layer.capabilities());
        }
        deny = RuleList.of(denying);
        ask = RuleList.of(asking);
        allow = RuleList.of(allowing);
        restrictingCommands =
                Stream.concat(deny.limitingCommands(), ask.limitingCommands()).findFirst();
        capabilities = all;
        // What the host says nothing about is asked, whatever mode a later layer wishes.
        if (layers.get(0).mode().isEmpty()) {
            modes.add(0, new LayerMode(layers.get(0).name(), PermissionMode.DEFAULT));
        }
    }

    private static void add(List<Entry> target, PermissionLayer layer, List<PermissionRule> rules) {
        rules.forEach(rule -> target.add(new Entry(layer.name(), rule)));
    }

    private static boolean confinesPaths(PermissionLayer layer) {
        Stream<PermissionRule> selected =
                layer.tools() instanceof ToolSelection.Only only ? only.entries().stream() : Stream.empty();
        Stream<PermissionRule> restricting = Stream.of(
                        layer.disallowedTools(),
                        layer.rules().deny(),
                        layer.rules().ask())
                .flatMap(List::stream);
        return layer.approves() == PermissionLayer.Approves.NO
                && Stream.concat(selected, restricting)
                        .anyMatch(rule -> rule.meaning().orElse(null) instanceof Specifier.Path);
    }

    RuleList deny() {
        return deny;
    }

    RuleList ask() {
        return ask;
    }

    RuleList allow() {
        return allow;
    }

    List<LayerMode> modes() {
        return Collections.unmodifiableList(modes);
    }

    List<Selection> selections() {
        return Collections.unmodifiableList(selections);
    }

    Capabilities capabilities() {
        return capabilities;
    }

    /** Returns a narrowing layer whose rules name paths, so that a command must not escape them. */
    Optional<String> confiningLayer() {
        return confiningLayers.stream().findFirst();
    }

    /** Returns a rule that restricts some commands or some files, and so must be held against every command. */
    Optional<Entry> restrictingCommands() {
        return restrictingCommands;
    }

    /** Returns why a tool is not there at all, as a step that denies; empty if it is available. */
    Optional<PermissionStep> unavailability(String tool) {
        if (capabilities.mcp() == Capabilities.Setting.DENY && tool.startsWith("mcp__")) {
            return denied(tool + " belongs to an MCP server, and mcp is false", null, null);
        }
        if (capabilities.network() == Capabilities.Setting.DENY && isOfNetwork(tool)) {
            return denied(tool + " needs the network, and network is false", null, null);
        }
        for (Entry entry : deny.entries()) {
            if (entry.rule().meaning().isEmpty() && entry.rule().meansTool(tool)) {
                return denied(tool + " is denied for every call", entry.rule().toString(), entry.layer());
            }
        }
        for (Selection selection : selections) {
            if (selection.of(tool).isEmpty()) {
                return denied(tool + " is not among the tools of " + selection.layer(), null, selection.layer());
            }
        }
        return Optional.empty();
    }

    private static boolean isOfNetwork(String tool) {
        return tool.equals("WebFetch") || tool.equals("WebSearch");
    }

    private static Optional<PermissionStep> denied(String reason, @Nullable String rule, @Nullable String layer) {
        return Optional.of(new PermissionStep(Verdict.DENY, reason, rule, layer, null));
    }
}
