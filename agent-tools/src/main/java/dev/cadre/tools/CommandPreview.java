package dev.cadre.tools;

import dev.cadre.tools.permission.Access;
import dev.cadre.tools.shell.Analysis;
import dev.cadre.tools.shell.Concern;
import dev.cadre.tools.shell.Invocation;
import dev.cadre.tools.shell.ShellAnalyser;
import java.util.ArrayList;
import java.util.List;

/** Says in lines for people what the analysis of a command found, and whether all that runs stands in its text. */
final class CommandPreview {

    private CommandPreview() {}

    static List<String> of(Access.Command command) {
        Analysis analysis = ShellAnalyser.analyse(command.command());
        List<String> lines = new ArrayList<>();
        for (Invocation invocation : all(analysis)) {
            if (!invocation.words().isEmpty()) {
                lines.add("runs " + invocation.text()
                        + invocation
                                .opaqueness()
                                .map(reason -> " (" + reason + ")")
                                .orElse(""));
            }
            invocation.redirects().stream()
                    .filter(redirect -> redirect.writes())
                    .forEach(redirect -> lines.add("writes " + redirect.target().text()));
        }
        if (analysis instanceof Analysis.Unanalysable unanalysable) {
            lines.add("can't be analysed: " + unanalysable.reason() + " (at character " + (unanalysable.offset() + 1)
                    + ")");
        }
        return lines;
    }

    /** Returns whether the text tells all that runs: no part is beyond analysis, and none runs code from elsewhere. */
    static boolean isComplete(Access.Command command) {
        Analysis analysis = ShellAnalyser.analyse(command.command());
        return analysis instanceof Analysis.Analysed
                && all(analysis).stream()
                        .allMatch(each -> each.opaqueness().isEmpty()
                                && each.concerns().stream().noneMatch(Concern::hidesCommands));
    }

    private static List<Invocation> all(Analysis analysis) {
        return analysis.invocations().stream()
                .flatMap(each -> each.all().stream())
                .toList();
    }
}
