package dev.cadre.tools.permission;

import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decides calls. What may happen is the intersection of all layers; each decides under its own mode, and the strictest
 * decision holds. Immutable and thread-safe; the same request always gets the same answer while files stay the same.
 *
 * <p>The order is: what no rule can lift (the network and MCP switches, the workspace's confinement, the sandbox that
 * these need, protected paths), then deny rules, ask rules, allow rules, and the modes for what no rule matches.
 *
 * <pre>{@code
 * PermissionPolicy policy = PermissionPolicy.of(List.of(host)).narrowedBy(definition);
 * PermissionDecision decision = policy.decide(request);
 * }</pre>
 */
public final class PermissionPolicy {

    private final List<PermissionLayer> layers;
    private final Rulebook rulebook;

    private PermissionPolicy(List<PermissionLayer> layers) {
        this.layers = Json.list(layers);
        this.rulebook = new Rulebook(this.layers);
    }

    /**
     * Makes a policy of layers, the host's first. A first layer without a mode decides under
     * {@link PermissionMode#DEFAULT}.
     *
     * @throws IllegalArgumentException if there is no layer
     */
    public static PermissionPolicy of(List<PermissionLayer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a policy needs at least the host's layer");
        }
        return new PermissionPolicy(layers);
    }

    /**
     * Returns this policy under more layers, as for a definition or a subagent. It never allows what this one does not.
     *
     * @throws IllegalArgumentException if a layer approves; only the layers given to {@link #of} may
     */
    public PermissionPolicy narrowedBy(PermissionLayer... more) {
        for (PermissionLayer layer : more) {
            if (layer.approves() == PermissionLayer.Approves.YES) {
                throw new IllegalArgumentException("the layer \"" + layer.name()
                        + "\" approves, so it can't narrow; pass it to PermissionPolicy.of");
            }
        }
        List<PermissionLayer> all = new ArrayList<>(layers);
        all.addAll(Arrays.asList(more));
        return new PermissionPolicy(all);
    }

    /** Returns the layers, in order. */
    public List<PermissionLayer> layers() {
        return layers;
    }

    /** Returns what the layers say of the network and of MCP, together. */
    public Capabilities capabilities() {
        return rulebook.capabilities();
    }

    /** Returns which hosts commands may reach where the network is not denied. */
    public ReachableDomains reachableDomains() {
        return ReachableDomains.of(rulebook);
    }

    /** Returns whether a tool, in any spelling, is there at all; one that is not should not be shown to the model. */
    public boolean isAvailable(String toolName) {
        return unavailability(toolName).isEmpty();
    }

    /** Returns why a tool, in any spelling, is not there: the rule and the layer that withhold it; empty if it is there. */
    public Optional<PermissionStep> unavailability(String toolName) {
        return rulebook.unavailability(ToolNames.normalize(toolName));
    }

    /** Returns what is odd about the rules, layer by layer; the policy works all the same. */
    public List<PermissionFinding> findings() {
        return Json.list(new RuleReview(layers, rulebook).findings());
    }

    /** Decides one call, and explains. Never throws for what the call holds. */
    public PermissionDecision decide(PermissionRequest request) {
        try {
            return new CallJudge(rulebook, request).decide();
        } catch (RuntimeException | StackOverflowError e) {
            // A call that breaks its judge must not run; the failure stands in the reason, for a report.
            PermissionStep step =
                    new PermissionStep(Verdict.DENY, "the call could not be decided: " + e, null, null, null);
            return new PermissionDecision(step, List.of(step));
        }
    }

    /**
     * Returns whether a search may show what a file holds: false if any rule denies reading it, or asks before.
     *
     * <p>A search is decided on the folder it starts from; its tool must test every file that it opens.
     */
    public boolean maySearch(ResolvedPath file, String root) {
        return new PathRules(rulebook, root).restriction(file).isEmpty();
    }

    /** Returns whether any rule denies reading some files, so that it is worth looking which. */
    public boolean deniesReading() {
        return rulebook.deny().paths().stream().anyMatch(rule -> rule.tool().equals("Read"));
    }

    /** Returns whether a rule denies reading a file, whatever the tool. */
    public boolean deniesReading(ResolvedPath file, String root) {
        return new PathRules(rulebook, root)
                .restriction(rulebook.deny(), "Read", PathRules.Use.READ, PlacedPath.of(file))
                .isPresent();
    }
}
