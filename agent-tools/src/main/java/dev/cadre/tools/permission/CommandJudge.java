package dev.cadre.tools.permission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what a shell command may do. Used once, by one thread. */
final class CommandJudge {

    private final Rulebook rulebook;
    private final PermissionRequest request;
    private final Steps steps;
    private final Rulebook.@Nullable Entry approval;

    CommandJudge(Rulebook rulebook, PermissionRequest request, Steps steps, Rulebook.@Nullable Entry approval) {
        this.rulebook = rulebook;
        this.request = request;
        this.steps = steps;
        this.approval = approval;
    }

    void judge(String command) {
        needSandbox(command);
        limit(command);
        restriction()
                .ifPresent(entry -> steps.rule(
                        Verdict.ASK,
                        entry,
                        "a rule is about some commands, and it can't be told whether about this one",
                        command));
        boolean contained = approval != null && request.sandboxing() == Sandboxing.ACTIVE;
        steps.modes(Steps.Kind.COMMAND, contained ? approval : null, "runs a shell command", command);
    }

    // No sandbox, no command, where a switch or a narrowing layer's paths could not be kept.
    private void needSandbox(String command) {
        if (request.sandboxing() == Sandboxing.ACTIVE) {
            return;
        }
        if (rulebook.capabilities().network() == Capabilities.Setting.DENY) {
            steps.add(
                    Verdict.DENY,
                    "network is false, and no sandbox is there to keep shell commands from it",
                    null,
                    command);
        }
        rulebook.confiningLayer()
                .ifPresent(layer -> steps.add(
                        Verdict.DENY,
                        "paths are confined, and no sandbox is there to keep shell commands from others",
                        layer,
                        command));
    }

    private void limit(String command) {
        for (Rulebook.Selection selection : rulebook.selections()) {
            List<PermissionRule> entries = selection.of(ToolNames.normalize(request.tool()));
            if (entries.stream().anyMatch(entry -> entry.meaning().isPresent())) {
                steps.add(
                        Verdict.DENY,
                        "the tools of " + selection.layer() + " limit commands to " + entries
                                + ", and it can't be told whether this is one",
                        selection.layer(),
                        command);
            }
        }
    }

    private Optional<Rulebook.Entry> restriction() {
        return Stream.of(rulebook.deny(), rulebook.ask())
                .flatMap(List::stream)
                .filter(entry -> entry.rule().meaning().orElse(null) instanceof Specifier.Command)
                .findFirst();
    }
}
