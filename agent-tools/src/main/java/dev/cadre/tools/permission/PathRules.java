package dev.cadre.tools.permission;

import java.util.Optional;
import java.util.stream.Stream;

/** Tests paths against the rules on paths, as written and with links followed. Used by one thread. */
final class PathRules {

    /** Is what a call does to a file. */
    enum Use {
        READ,
        WRITE
    }

    private final Rulebook rulebook;
    private final Places places;

    PathRules(Rulebook rulebook, String root) {
        this.rulebook = rulebook;
        this.places = new Places(root);
    }

    /** Returns the first rule that denies reading a file, or asks before. */
    Optional<Rulebook.Entry> restriction(ResolvedPath path) {
        PlacedPath placed = PlacedPath.of(path);
        Optional<Rulebook.Entry> denied = restriction(rulebook.deny(), "Grep", Use.READ, placed);
        return denied.isPresent() ? denied : restriction(rulebook.ask(), "Grep", Use.READ, placed);
    }

    /** Returns the first of some restricting rules that means a use of a path; matching either form suffices. */
    Optional<Rulebook.Entry> restriction(RuleList rules, String tool, Use use, PlacedPath path) {
        for (RuleList.OnPaths rule : rules.paths()) {
            boolean means = governs(rule.tool(), tool, use, true)
                    && (touches(rule.pattern(), path.literal())
                            || (!path.isOne() && touches(rule.pattern(), path.real())));
            if (means) {
                return Optional.of(rule.entry());
            }
        }
        return Optional.empty();
    }

    /** Returns the first of some restricting rules that means something in a folder, or everything. */
    Optional<Rulebook.Entry> restrictionInside(
            RuleList rules, String tool, Use use, PlacedPath folder, PathPattern.Extent extent) {
        for (RuleList.OnPaths rule : rules.paths()) {
            boolean means = governs(rule.tool(), tool, use, true)
                    && (rule.pattern().leadsInto(folder.literal(), places, extent)
                            || (!folder.isOne() && rule.pattern().leadsInto(folder.real(), places, extent)));
            if (means) {
                return Optional.of(rule.entry());
            }
        }
        return Optional.empty();
    }

    /** Returns the restricting rules that are about a use, whatever the path. */
    static Stream<RuleList.OnPaths> about(RuleList rules, String tool, Use use) {
        return rules.paths().stream().filter(rule -> governs(rule.tool(), tool, use, true));
    }

    /** Returns the first allow rule that means a use of a path; both forms must match. */
    Optional<Rulebook.Entry> approval(String tool, Use use, PlacedPath path) {
        for (RuleList.OnPaths rule : rulebook.allow().paths()) {
            if (governs(rule.tool(), tool, use, false) && covers(rule.pattern(), path)) {
                return Optional.of(rule.entry());
            }
        }
        return Optional.empty();
    }

    /** Returns whether a rule's specifier means a path in both forms. */
    boolean covers(PermissionRule rule, PlacedPath path) {
        return rule.meaning().orElse(null) instanceof Specifier.Path meaning && covers(meaning.pattern(), path);
    }

    private boolean covers(PathPattern pattern, PlacedPath path) {
        return pattern.matches(path.literal(), places, PathPattern.Reading.NARROW)
                && (path.isOne() || pattern.matches(path.real(), places, PathPattern.Reading.NARROW));
    }

    private boolean touches(PathPattern pattern, PathNames path) {
        return pattern.matches(path, places, PathPattern.Reading.BROAD);
    }

    // Read governs all reading, and a file that must not be read must not be written; Edit governs all writing.
    private static boolean governs(String ruleTool, String tool, Use use, boolean restricts) {
        if (ruleTool.equals("Read")) {
            return use == Use.READ || restricts;
        }
        if (ruleTool.equals("Edit")) {
            return use == Use.WRITE;
        }
        return ruleTool.equals(tool);
    }
}
