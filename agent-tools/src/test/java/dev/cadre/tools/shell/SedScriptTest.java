package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SedScriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed 's/a/b/;s/c/d/' f",
                "sed 's/a/b/ ; s/c/d/' f",
                "sed '1d\n2d' f",
                "sed 's/[a-z]/x/g' f",
                "sed 's/[[:space:]]*$//' f",
                "sed 's|[^/]*/||' f",
                "sed 's/[]]/x/' f",
                "sed '/^[0-9]/d' f",
                "sed -n '/[a]/,/[b]/p' f",
            })
    void scripts_that_only_print_and_replace_are_known(String command) {
        assertThat(Calls.call(command).concerns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed 'pw x' f",
                "sed 's/a/b/w f' f",
                "sed 'p}' f",
                "sed -e",
                "sed -e p -e",
                "sed *",
            })
    void scripts_that_are_not_understood_hide_commands(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    // sed reads a slash between brackets as any other character, so the command goes on behind it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed 's/[/]/p;s|/e;#|x|' f",
                "sed 's/[^/]/p;s|/e;#|x|' f",
                "sed 's/[]/]/p;s|/e;#|x|' f",
                "sed 's/[[:digit:]/]/p;s|/e;#|x|' f",
                "sed 's/[[.].]/]/p;s|/e;#|x|' f",
                "sed '/[/]/p;s|/e;#|x|' f",
                "sed 's/[\\/]/p;s|/e;#|x|' f",
            })
    void a_slash_between_brackets_ends_no_pattern(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    @Test
    void a_script_is_read_up_to_500_characters() {
        assertThat(Calls.hidesCommands("sed '" + "p;".repeat(250) + "' f")).isFalse();
        assertThat(Calls.hidesCommands("sed '" + "p;".repeat(250) + "p' f")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sed p f g | READ f, READ g",
                "sed -e p f | READ f",
                "sed -ne p f | READ f",
                "sed -n p f | READ f",
                "sed -Ei s/a/b/ f | WRITE f",
                "sed --in-place s/a/b/ f | WRITE f",
            })
    void files_are_what_stands_behind_the_script(String command, String files) {
        assertThat(Calls.files(command)).isEqualTo(files);
    }
}
