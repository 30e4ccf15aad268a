package dev.cadre.tools.permission;

import java.util.List;
import java.util.Optional;

/** Tests paths against the rules on paths, as written and with links followed. */
final class PathRules {

    /** Is what a call does to a file. */
    enum Use {
        READ,
        WRITE
    }

    private final Rulebook rulebook;
    private final String root;
    private final String home;

    PathRules(Rulebook rulebook, String root) {
        this.rulebook = rulebook;
        this.root = root;
        this.home = System.getProperty("user.home", "/nonexistent").replace('\\', '/');
    }

    /** Returns the first rule that denies reading a file, or asks before. */
    Optional<Rulebook.Entry> restriction(ResolvedPath path) {
        Optional<Rulebook.Entry> denied = restriction(rulebook.deny(), "Grep", Use.READ, path);
        return denied.isPresent() ? denied : restriction(rulebook.ask(), "Grep", Use.READ, path);
    }

    /** Returns the first of some restricting rules that means a use of a path; matching either form suffices. */
    Optional<Rulebook.Entry> restriction(List<Rulebook.Entry> rules, String tool, Use use, ResolvedPath path) {
        for (Rulebook.Entry entry : rules) {
            if (entry.rule().meaning().orElse(null) instanceof Specifier.Path meaning
                    && governs(entry.rule().tool(), tool, use, true)
                    && (touches(meaning, path.literal()) || touches(meaning, path.real()))) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Returns the first allow rule that means a use of a path; both forms must match. */
    Optional<Rulebook.Entry> approval(String tool, Use use, ResolvedPath path) {
        for (Rulebook.Entry entry : rulebook.allow()) {
            if (governs(entry.rule().tool(), tool, use, false) && covers(entry.rule(), path)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a rule's specifier means a path in both forms. */
    boolean covers(PermissionRule rule, ResolvedPath path) {
        return rule.meaning().orElse(null) instanceof Specifier.Path meaning
                && covers(meaning, path.literal())
                && covers(meaning, path.real());
    }

    private boolean touches(Specifier.Path meaning, String path) {
        return meaning.pattern().matches(path, root, home, PathPattern.Reading.BROAD);
    }

    private boolean covers(Specifier.Path meaning, String path) {
        return meaning.pattern().matches(path, root, home, PathPattern.Reading.NARROW);
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
