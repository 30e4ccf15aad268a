package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the considerations of one decision; the strictest decides. */
final class Steps {

    /** Is what a call does, as far as modes care. */
    enum Kind {
        READ,
        WRITE,
        COMMAND,
        FETCH,
        BOOKKEEPING,
        OTHER
    }

    private final List<Rulebook.LayerMode> modes;
    private final List<PermissionStep> steps = new ArrayList<>();

    Steps(List<Rulebook.LayerMode> modes) {
        this.modes = modes;
    }

    void add(PermissionStep step) {
        // What is both read and written is considered twice.
        if (!steps.contains(step)) {
            steps.add(step);
        }
    }

    void add(Verdict verdict, String reason, @Nullable String layer, @Nullable String part) {
        add(new PermissionStep(verdict, reason, null, layer, part));
    }

    void rule(Verdict verdict, Rulebook.Entry entry, String reason, @Nullable String part) {
        String rule = entry.rule().toString();
        add(new PermissionStep(verdict, reason + ": " + rule, rule, entry.layer(), part));
    }

    /** Adds what an approving rule, or else each layer's mode, makes of something that the call does. */
    void modes(Kind kind, Rulebook.@Nullable Entry approval, String what, @Nullable String part) {
        if (approval != null) {
            rule(Verdict.ALLOW, approval, "a rule allows what the call does, it " + what, part);
        }
        for (Rulebook.LayerMode each : modes) {
            Verdict verdict = verdict(each.mode(), kind, approval != null);
            if (approval == null || verdict != Verdict.ALLOW) {
                add(verdict, reason(verdict, each.mode(), what), each.layer(), part);
            }
        }
    }

    private static Verdict verdict(PermissionMode mode, Kind kind, boolean approved) {
        boolean harmless = kind == Kind.READ || kind == Kind.BOOKKEEPING;
        if (mode == PermissionMode.PLAN) {
            return harmless ? Verdict.ALLOW : Verdict.DENY;
        }
        boolean runs = approved
                || harmless
                || mode == PermissionMode.BYPASS_PERMISSIONS
                || (mode == PermissionMode.ACCEPT_EDITS && kind == Kind.WRITE);
        if (runs) {
            return Verdict.ALLOW;
        }
        return mode == PermissionMode.DONT_ASK ? Verdict.DENY : Verdict.ASK;
    }

    private static String reason(Verdict verdict, PermissionMode mode, String what) {
        String outcome =
                verdict == Verdict.ALLOW ? "is allowed" : verdict == Verdict.ASK ? "needs an approval" : "is denied";
        return "in mode " + mode.word() + " a call that " + what + " " + outcome;
    }

    /** Returns the decision; where nobody is asked, what would ask is denied. */
    PermissionDecision decision() {
        PermissionStep deciding = strictest();
        if (deciding.verdict() == Verdict.ASK) {
            modes.stream()
                    .filter(each -> each.mode() == PermissionMode.DONT_ASK)
                    .findFirst()
                    .ifPresent(each -> steps.add(new PermissionStep(
                            Verdict.DENY,
                            deciding.reason() + "; mode " + each.mode().word() + " asks nobody",
                            deciding.rule().orElse(null),
                            each.layer(),
                            deciding.part().orElse(null))));
        }
        return new PermissionDecision(strictest(), steps);
    }

    private PermissionStep strictest() {
        PermissionStep strictest = steps.get(0);
        for (PermissionStep step : steps) {
            if (step.verdict().compareTo(strictest.verdict()) > 0) {
                strictest = step;
            }
        }
        return strictest;
    }
}
