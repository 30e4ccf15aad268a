package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrappersTest {

    private static Invocation call(String command) {
        Analysis analysis = ShellAnalyser.analyse(command);
        assertThat(analysis).as(command).isInstanceOf(Analysis.Analysed.class);
        return analysis.invocations().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "timeout 5 ls -a, ls -a",
        "timeout --kill-after=5 9 ls, ls",
        "timeout --kill-after 5 9 ls, ls",
        "timeout --foreground 9 ls, ls",
        "timeout -fk 5 9 ls, ls",
        "timeout -k5 9 ls, ls",
        "timeout -- 9 ls, ls",
        "nice -5 ls, ls",
        "nice -n 5 ls, ls",
        "nice --adjustment=5 ls, ls",
        "command -p ls, ls",
        "chrt -b 0 ls, ls",
        "taskset 0x3 ls, ls",
        "unshare -r ls, ls",
        "xargs, echo",
        "xargs -n 1, echo",
    })
    void run_the_program_behind_their_options(String command, String inner) {
        assertThat(call(command).inner())
                .singleElement()
                .satisfies(each -> assertThat(String.join(" ", each.argv())).isEqualTo(inner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"command -v ls", "command -V ls", "command -pv ls", "command", "timeout 5", "nice"})
    void run_nothing_where_they_only_tell(String command) {
        assertThat(call(command).inner()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "timeout 5 ls, true",
        "xargs ls, true",
        "xargs -n 1 ls, false",
        "env ls, false",
        "unshare -r ls, false",
    })
    void are_peeled_where_a_rule_on_the_inner_program_suffices(String command, boolean isPeeled) {
        assertThat(call(command).isPeeled()).isEqualTo(isPeeled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout * ls",
                "timeout ~ ls",
                "timeout --foreground=x 5 ls",
                "timeout --other 5 ls",
                "timeout -5 ls",
                "timeout -z 5 ls",
                "timeout - ls",
                "timeout * 5 ls",
                "xargs -5 ls",
                "env A=b ls",
                "sudo A=b ls",
                "chrt ls x",
                "taskset ls x",
                "flock f -c ls",
            })
    void leave_alone_what_they_do_not_understand(String command) {
        assertThat(ShellAnalyser.analyse(command)).isInstanceOf(Analysis.Unanalysable.class);
    }

    @Test
    void hide_code_where_a_shell_reads_its_input() {
        assertThat(call("unshare -r").opaqueness()).isPresent();
        assertThat(call("unshare -r ls").opaqueness()).isEmpty();
        assertThat(call("nice").opaqueness()).isEmpty();
    }
}
