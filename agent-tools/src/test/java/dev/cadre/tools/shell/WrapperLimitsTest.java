package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrapperLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"flock", "env", "sudo", "chrt", "taskset", "timeout --", "nice --", "env -i"})
    void run_nothing_where_no_program_stands(String command) {
        assertThat(Calls.call(command).inner()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout -- * ls", "timeout -- ~ ls", "env =x ls", "ls >& -x", "timeout 5 l*"})
    void leave_alone_what_is_only_known_when_it_runs(String command) {
        assertThat(ShellAnalyser.analyse(command)).isInstanceOf(Analysis.Unanalysable.class);
    }

    @Test
    void are_not_peeled_behind_an_option_of_xargs_alone() {
        assertThat(Calls.call("xargs -0").isPeeled()).isFalse();
        assertThat(Calls.call("xargs").isPeeled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"xargs -a | READ -", "flock f | WRITE f", "flock | ''"})
    void name_their_files(String command, String files) {
        assertThat(Calls.files(command)).isEqualTo(files.equals("''") ? "" : files);
    }
}
