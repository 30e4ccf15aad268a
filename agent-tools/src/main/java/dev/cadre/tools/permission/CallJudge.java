package dev.cadre.tools.permission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides one call. Used once, by one thread. */
final class CallJudge {

    private final Rulebook rulebook;
    private final PermissionRequest request;
    private final String tool;
    private final PathRules paths;
    private final Steps steps;

    CallJudge(Rulebook rulebook, PermissionRequest request) {
        this.rulebook = rulebook;
        this.request = request;
        this.tool = ToolNames.normalize(request.tool());
        this.paths = new PathRules(rulebook, request.paths().root());
        this.steps = new Steps(rulebook.modes());
    }

    PermissionDecision decide() {
        Optional<PermissionStep> missing = rulebook.unavailability(tool);
        if (missing.isPresent()) {
            steps.add(missing.get());
            return steps.decision();
        }
        restrictCall(rulebook.deny(), Verdict.DENY);
        restrictCall(rulebook.ask(), Verdict.ASK);
        limitCall();
        Rulebook.@Nullable Entry approval = approval();
        for (Access access : request.accesses()) {
            judge(access, approval);
        }
        return steps.decision();
    }

    private void restrictCall(RuleList rules, Verdict verdict) {
        for (Rulebook.Entry entry : rules.entries()) {
            if (entry.rule().meansTool(tool) && restricts(entry.rule())) {
                steps.rule(
                        verdict,
                        entry,
                        "a rule " + (verdict == Verdict.DENY ? "denies" : "asks before") + " this call",
                        null);
            }
        }
    }

    private boolean restricts(PermissionRule rule) {
        Specifier meaning = rule.meaning().orElse(null);
        if (meaning instanceof Specifier.Parameter parameter) {
            return parameter.matches(request.input());
        }
        if (meaning instanceof Specifier.Subject subject) {
            return subject.matches(request.input());
        }
        return meaning == null || meaning instanceof Specifier.Opaque;
    }

    // A subject that a selection names is a limit: Agent(reviewer) makes no other agent available.
    private void limitCall() {
        for (Rulebook.Selection selection : rulebook.selections()) {
            List<PermissionRule> entries = selection.of(tool);
            boolean isLimited = !entries.isEmpty()
                    && entries.stream().allMatch(entry -> entry.meaning().orElse(null) instanceof Specifier.Subject);
            if (isLimited && entries.stream().noneMatch(this::restricts)) {
                steps.add(
                        Verdict.DENY,
                        "the tools of " + selection.layer() + " limit " + tool + " to " + entries,
                        selection.layer(),
                        null);
            }
        }
    }

    private Rulebook.@Nullable Entry approval() {
        for (Rulebook.Entry entry : rulebook.allow().entries()) {
            Specifier meaning = entry.rule().meaning().orElse(null);
            boolean means = meaning == null
                    || (meaning instanceof Specifier.Subject subject && subject.matches(request.input()));
            if (means && entry.rule().meansTool(tool)) {
                return entry;
            }
        }
        return null;
    }

    private void judge(Access access, Rulebook.@Nullable Entry approval) {
        if (access instanceof Access.Read read) {
            path(PathRules.Use.READ, read.path(), approval);
        } else if (access instanceof Access.Write write) {
            path(PathRules.Use.WRITE, write.path(), approval);
        } else if (access instanceof Access.Command command) {
            new CommandJudge(rulebook, request, steps, approval).judge(command);
        } else if (access instanceof Access.Fetch fetch) {
            fetch(fetch.url(), approval);
        } else if (access instanceof Access.Bookkeeping) {
            steps.modes(Steps.Kind.BOOKKEEPING, approval, "changes only the run's own notes", null);
        } else if (access instanceof Access.Other) {
            steps.modes(Steps.Kind.OTHER, approval, "has effects that only " + tool + " knows", null);
        } else {
            throw new IllegalStateException("unknown access " + access);
        }
    }

    private void path(PathRules.Use use, String path, Rulebook.@Nullable Entry approval) {
        ResolvedPath resolved;
        try {
            resolved = request.paths().resolve(path);
        } catch (PathRefusedException e) {
            steps.add(Verdict.DENY, String.valueOf(e.getMessage()), null, path);
            return;
        }
        if (!resolved.inside()) {
            steps.add(Verdict.DENY, "\"" + path + "\" leads out of the workspace to " + resolved.real(), null, path);
        }
        PlacedPath placed = PlacedPath.of(resolved);
        boolean writes = use == PathRules.Use.WRITE;
        if (writes) {
            ProtectedPaths.nameOn(placed)
                    .ifPresent(name -> steps.add(
                            Verdict.ASK,
                            "\"" + path + "\" is protected: what lies in " + name + " controls programs",
                            null,
                            path));
        }
        limitPath(placed, path);
        paths.restriction(rulebook.deny(), tool, use, placed)
                .ifPresent(entry -> steps.rule(Verdict.DENY, entry, "a rule denies \"" + path + "\"", path));
        paths.restriction(rulebook.ask(), tool, use, placed)
                .ifPresent(entry -> steps.rule(Verdict.ASK, entry, "a rule asks before \"" + path + "\"", path));
        Rulebook.@Nullable Entry approving =
                approval != null ? approval : paths.approval(tool, use, placed).orElse(null);
        steps.modes(
                writes ? Steps.Kind.WRITE : Steps.Kind.READ,
                approving,
                (writes ? "writes \"" : "reads \"") + path + "\" inside the workspace",
                path);
    }

    private void limitPath(PlacedPath placed, String path) {
        for (Rulebook.Selection selection : rulebook.selections()) {
            List<PermissionRule> entries = selection.of(tool);
            boolean isLimited = !entries.isEmpty()
                    && entries.stream().allMatch(entry -> entry.meaning().orElse(null) instanceof Specifier.Path);
            if (isLimited && entries.stream().noneMatch(entry -> paths.covers(entry, placed))) {
                steps.add(
                        Verdict.DENY,
                        "the tools of " + selection.layer() + " limit " + tool + " to " + entries,
                        selection.layer(),
                        path);
            }
        }
    }

    private void fetch(String url, Rulebook.@Nullable Entry approval) {
        if (rulebook.capabilities().network() == Capabilities.Setting.DENY) {
            steps.add(Verdict.DENY, "\"" + url + "\" needs the network, and network is false", null, url);
        }
        restrictUrl(rulebook.deny(), Verdict.DENY, url);
        restrictUrl(rulebook.ask(), Verdict.ASK, url);
        for (Rulebook.Selection selection : rulebook.selections()) {
            List<PermissionRule> entries = selection.of(tool);
            boolean isLimited = !entries.isEmpty()
                    && entries.stream().allMatch(entry -> entry.meaning().orElse(null) instanceof Specifier.Domain);
            if (isLimited && entries.stream().noneMatch(entry -> covers(entry, url))) {
                steps.add(
                        Verdict.DENY,
                        "the tools of " + selection.layer() + " limit " + tool + " to " + entries,
                        selection.layer(),
                        url);
            }
        }
        Rulebook.@Nullable Entry approving = approval;
        for (Rulebook.Entry entry : rulebook.allow().entries()) {
            if (approving == null && entry.rule().meansTool(tool) && covers(entry.rule(), url)) {
                approving = entry;
            }
        }
        steps.modes(Steps.Kind.FETCH, approving, "requests \"" + url + "\"", url);
    }

    private void restrictUrl(RuleList rules, Verdict verdict, String url) {
        for (Rulebook.Entry entry : rules.entries()) {
            if (entry.rule().meaning().orElse(null) instanceof Specifier.Domain domain
                    && domain.pattern().touches(url)) {
                steps.rule(verdict, entry, "a rule is about the host of \"" + url + "\"", url);
            }
        }
    }

    private static boolean covers(PermissionRule rule, String url) {
        return rule.meaning().orElse(null) instanceof Specifier.Domain domain
                && domain.pattern().covers(url);
    }
}
