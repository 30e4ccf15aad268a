package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "find a b -type f | READ a, READ b",
                "find -L a | READ a",
                "find . -samefile f | READ ., READ f",
                "find . -fprint f | READ ., WRITE f",
                "find . -fprintf f -exec -print | READ ., WRITE f",
                "find . -fls f -name x | READ ., WRITE f",
                "find . -files0-from f | READ ., UNKNOWN -files0-from, UNKNOWN f",
            })
    void names_the_files_it_reads_and_writes(String command, String files) {
        assertThat(Calls.files(command)).isEqualTo(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "find *",
                "find . -fprint f",
                "find . -fprint",
                "find . -newer",
                "find . -exec",
                "find . -exec ls",
                "find . -exec \\;",
            })
    void tells_what_its_rule_does_not_mean(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "find . -exec ls {} \\; | ls {}",
                "find . -exec ls {} + -delete | ls {}",
                "find . -exec ls a + b \\; | ls a + b",
                "find . -exec ls a | ls a",
                "find . -name -exec -exec ls \\; | ls",
                "find . -fprintf f -exec -exec ls \\; | ls",
                "find . -samefile -exec -exec ls \\; | ls",
            })
    void runs_what_stands_up_to_its_end(String command, String inner) {
        assertThat(Calls.call(command).inner())
                .singleElement()
                .satisfies(each -> assertThat(String.join(" ", each.argv())).isEqualTo(inner));
    }

    @Test
    void runs_nothing_where_no_command_stands() {
        assertThat(Calls.call("find . -exec \\;").inner()).isEmpty();
        assertThat(Calls.call("find . -exec").inner()).isEmpty();
        assertThat(Calls.call("find . -delete").inner()).isEmpty();
    }
}
