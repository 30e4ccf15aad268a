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
