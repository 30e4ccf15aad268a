package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwkAndTarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awk -F : '{print $1}' f",
                "awk -v a=b '{print a}' f",
                "awk -F:",
                "awk",
                "tar -x -v -f a",
                "tar xf a --exclude=b",
                "tar xf a --strip-components=1 --exclude-vcs",
            })
    void everyday_calls_are_what_their_rule_means(String command) {
        assertThat(Calls.call(command).concerns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awk '@load \"x\"'",
                "awk '|'",
                "awk '{print >x}'",
                "awk '{getline}' f",
                "awk '{extension(1)}' f",
                "awk p*",
                "awk -i x '{print}' f",
                "tar xf a --directory=/etc",
                "tar xf a --exclude b",
                "tar xf *",
            })
    void what_is_not_understood_hides_commands(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    // A program of awk may put further files into its list of arguments.
    @ParameterizedTest
    @ValueSource(strings = {"awk 'BEGIN{ARGV[1]=\"f\";ARGC=2}{print}'", "awk 'BEGIN{SYMTAB[\"AR\" \"GC\"]=2}{print}'"})
    void awk_may_read_files_that_its_program_names(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    // GNU tar starts rsh or ssh for an archive on another machine.
    @ParameterizedTest
    @ValueSource(strings = {"tar xf host:a", "tar -x -f me@host:/a", "tar cf host:a src"})
    void tar_may_reach_another_machine(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "awk p f g | READ f, READ g",
                "awk -F : p f | READ f",
                "awk -F: p f | READ f",
                "awk -f g f | READ g, READ f",
                "awk -f/g f | UNKNOWN /g, READ f",
                "awk --file=g f | UNKNOWN g, READ f",
                "tar xf a | UNKNOWN a",
                "tar -xf a | UNKNOWN a",
                "tar xf a --directory=/etc | UNKNOWN a, UNKNOWN /etc",
            })
    void names_the_files_that_arguments_mean(String command, String files) {
        assertThat(Calls.files(command)).isEqualTo(files);
    }
}
