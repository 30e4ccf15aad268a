package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads commands for tests, and tells what was understood. */
final class Calls {

    private Calls() {}

    static Invocation call(String command) {
        Analysis analysis = ShellAnalyser.analyse(command);
        assertThat(analysis).as(command).isInstanceOf(Analysis.Analysed.class);
        return analysis.invocations().get(0);
    }

    /** Returns the words of all commands, those of each behind a comma. */
    static String all(String command) {
        Analysis analysis = ShellAnalyser.analyse(command);
        assertThat(analysis).as(command).isInstanceOf(Analysis.Analysed.class);
        return String.join(
                ", ",
                analysis.invocations().stream()
                        .map(each -> String.join(" ", each.argv()))
                        .toList());
    }

    static String files(String command) {
        return String.join(
                ", ",
                call(command).files().stream()
                        .map(use -> use.kind() + " " + use.word().text())
                        .toList());
    }

    static boolean hidesCommands(String command) {
        return call(command).concerns().stream().anyMatch(Concern::hidesCommands);
    }
}
