package dev.cadre.tools.permission;

import dev.cadre.tools.shell.Analysis;
import dev.cadre.tools.shell.Concern;
import dev.cadre.tools.shell.Invocation;
import dev.cadre.tools.shell.ShellAnalyser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a shell command may do: the strictest over all its parts. Used once, by one thread. */
final class CommandJudge {

    private final Rulebook rulebook;
    private final PermissionRequest request;
    private final String tool;
    private final Steps steps;
    private final Rulebook.@Nullable Entry approval;
    private boolean startsElsewhere;

    /**
     * Makes a judge of one command.
     *
     * @param approval the rule that approves the tool whatever the command; null if there is none
     */
    CommandJudge(Rulebook rulebook, PermissionRequest request, Steps steps, Rulebook.@Nullable Entry approval) {
        this.rulebook = rulebook;
        this.request = request;
        this.tool = ToolNames.normalize(request.tool());
        this.steps = steps;
        this.approval = approval;
    }

    void judge(Access.Command access) {
        String command = access.command();
        startsElsewhere = !access.directory().equals(".");
        if (command.indexOf('\0') >= 0) {
            steps.add(Verdict.DENY, "the command holds the character NUL, at which shells cut it off", null, null);
        }
        needSandbox();
        Analysis analysis = ShellAnalyser.analyse(command);
        List<CommandCover> top =
                analysis.invocations().stream().map(CommandCover::new).toList();
        List<CommandCover> all = new ArrayList<>();
        top.forEach(each -> all.addAll(each.all()));
        for (CommandCover each : all) {
            restrict(each, rulebook.deny(), Verdict.DENY);
            restrict(each, rulebook.ask(), Verdict.ASK);
        }
        limit(analysis, top);
        CommandFiles files = new CommandFiles(rulebook, request, steps, approval, access.directory());
        all.forEach(each -> files.judge(each.invocation()));
        if (analysis instanceof Analysis.Unanalysable unanalysable) {
            judgeUnanalysable(unanalysable);
        } else if (top.stream().noneMatch(CommandJudge::hasProgram)) {
            steps.modes(Steps.Kind.COMMAND, approval, "runs a command without a program", null);
        } else {
            top.stream().filter(CommandJudge::hasProgram).forEach(this::judgeAnalysed);
        }
    }

    // No sandbox, no command, where a switch or a narrowing layer's paths could not be kept.
    private void needSandbox() {
        if (request.sandboxing() == Sandboxing.ACTIVE) {
            return;
        }
        if (rulebook.capabilities().network() == Capabilities.Setting.DENY) {
            steps.add(
                    Verdict.DENY,
                    "network is false, and no sandbox is there to keep shell commands from it",
                    null,
                    null);
        }
        rulebook.confiningLayer()
                .ifPresent(layer -> steps.add(
                        Verdict.DENY,
                        "paths are confined, and no sandbox is there to keep shell commands from others",
                        layer,
                        null));
    }

    private void restrict(CommandCover command, RuleList rules, Verdict verdict) {
        String text = command.invocation().text();
        for (RuleList.OnCommands rule : rules.commands()) {
            if (command.isTouchedBy(rule.pattern())) {
                String does = verdict == Verdict.DENY ? "denies \"" : "asks before \"";
                steps.rule(verdict, rule.entry(), "a rule " + does + text + "\"", text);
            } else if (command.mayBeTouchedBy(rule.pattern())) {
                steps.rule(
                        Verdict.ASK,
                        rule.entry(),
                        "a rule may mean \"" + text + "\" once its arguments are known",
                        text);
            } else {
                command.mayRun(rule.pattern())
                        .ifPresent(word -> steps.rule(
                                Verdict.ASK,
                                rule.entry(),
                                "it is not known whether \"" + text + "\" runs \"" + word
                                        + "\", which a rule restricts",
                                text));
            }
        }
    }

    // What a selection limits can't be approved either: a command outside is as absent as a tool would be.
    private void limit(Analysis analysis, List<CommandCover> top) {
        for (Rulebook.Selection selection : rulebook.selections()) {
            List<PermissionRule> entries = selection.of(tool);
            boolean isLimited = !entries.isEmpty()
                    && entries.stream().allMatch(entry -> entry.meaning().isPresent());
            if (!isLimited) {
                continue;
            }
            List<CommandPattern> patterns = entries.stream()
                    .flatMap(rule -> rule.meaning().stream())
                    .filter(Specifier.Command.class::isInstance)
                    .map(meaning -> ((Specifier.Command) meaning).pattern())
                    .toList();
            Optional<String> outside = analysis instanceof Analysis.Unanalysable
                    ? Optional.of("it can't be told whether this command is one")
                    : top.stream()
                            .filter(each -> !covers(patterns, each))
                            .map(each -> "\"" + each.invocation().text() + "\" is none")
                            .findFirst();
            outside.ifPresent(problem -> steps.add(
                    Verdict.DENY,
                    "the tools of " + selection.layer() + " limit commands to " + entries + ", and " + problem,
                    selection.layer(),
                    null));
        }
    }

    private void judgeUnanalysable(Analysis.Unanalysable unanalysable) {
        String why = unanalysable.reason() + " (at character " + (unanalysable.offset() + 1) + ")";
        Optional<Rulebook.Entry> restricting = rulebook.restrictingCommands();
        restricting.ifPresent(entry ->
                steps.rule(Verdict.ASK, entry, "it can't be told whether a rule means this command: " + why, null));
        boolean isContained = approval != null && request.sandboxing() == Sandboxing.ACTIVE && restricting.isEmpty();
        if (!isContained) {
            steps.add(Verdict.ASK, "the command can't be analysed: " + why, null, null);
        }
        steps.modes(
                Steps.Kind.COMMAND,
                isContained ? approval : null,
                "runs a command that can't be analysed: " + why,
                null);
    }

    private static boolean hasProgram(CommandCover command) {
        return !command.invocation().words().isEmpty();
    }

    private void judgeAnalysed(CommandCover command) {
        Invocation invocation = command.invocation();
        String text = invocation.text();
        Rulebook.@Nullable Entry covering = covering(command);
        if (covering == null) {
            rulebook.restrictingCommands()
                    .ifPresent(entry -> hiddenCode(invocation)
                            .ifPresent(hidden -> steps.rule(
                                    Verdict.ASK,
                                    entry,
                                    hidden + ", so it can't be told whether a rule means what runs",
                                    text)));
        }
        Rulebook.@Nullable Entry approving = covering != null ? covering : approval;
        String open = approving != null
                ? ""
                : invocation.all().stream()
                        .flatMap(each -> each.concerns().stream())
                        .findFirst()
                        .map(concern -> " (" + concern.reason() + ")")
                        .orElse(isOpenEnded(invocation) ? " (it is given arguments that nobody knows yet)" : "");
        steps.modes(Steps.Kind.COMMAND, approving, "runs \"" + text + "\"" + open, text);
    }

    private static boolean isOpenEnded(Invocation invocation) {
        return invocation.all().stream().anyMatch(Invocation::isOpenEnded);
    }

    private static Optional<String> hiddenCode(Invocation invocation) {
        for (Invocation each : invocation.all()) {
            Optional<String> reason = each.opaqueness()
                    .or(() -> each.concerns().stream()
                            .filter(Concern::hidesCommands)
                            .map(Concern::reason)
                            .findFirst());
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    // ./gradlew in another folder is another file than the one that a rule means.
    private boolean covers(List<CommandPattern> patterns, CommandCover command) {
        boolean isOtherFile = startsElsewhere && command.all().stream().anyMatch(CommandCover::isRelativePath);
        return !isOtherFile && command.isCoveredBy(patterns);
    }

    // The rule that is named is the first that takes part; several may be needed for all that runs.
    private Rulebook.@Nullable Entry covering(CommandCover command) {
        if (!covers(rulebook.allow().commandPatterns(), command)) {
            return null;
        }
        List<CommandCover> all = command.all();
        for (RuleList.OnCommands rule : rulebook.allow().commands()) {
            List<CommandPattern> alone = List.of(rule.pattern());
            if (all.stream().anyMatch(each -> each.isCoveredBy(alone))) {
                return rule.entry();
            }
        }
        return null;
    }
}
