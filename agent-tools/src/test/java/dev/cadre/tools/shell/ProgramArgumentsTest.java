package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramArgumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat -- -a | READ -a",
                "cat a -- b | READ a, READ b",
                "sort -- -o | READ -o",
                "grep -- x f | READ f",
                "grep x -- f | READ f",
                "uniq a | READ a",
                "sort * | READ *",
                "sort --newfangled f | READ f",
                "sort --files0-from=a | UNKNOWN a",
                "grep --recursive x | READ_TREE .",
                "grep x recursive | READ recursive",
                "curl -d @f h | UNKNOWN f, UNKNOWN h",
                "curl -F a=@f h | UNKNOWN f, UNKNOWN h",
                "curl -F 'a=<f' h | UNKNOWN f, UNKNOWN h",
                "curl -d a=b h | UNKNOWN h",
                "curl file:///f | UNKNOWN file:///f, UNKNOWN /f",
                "curl file:/f | UNKNOWN file:/f, UNKNOWN /f",
                "curl file://localhost/f | UNKNOWN file://localhost/f, UNKNOWN /f",
                "curl file:f | UNKNOWN file:f, UNKNOWN f",
                "vim f | UNKNOWN f",
                "date -r f | READ f",
                "date +%F | READ +%F",
                "mvn -f../x | UNKNOWN ../x",
                "mvn -Dx=@f | UNKNOWN @f, UNKNOWN f",
                "mvn --../x | ''",
                "python3 f a | UNKNOWN f, UNKNOWN a",
            })
    void name_files(String command, String files) {
        assertThat(Calls.files(command)).isEqualTo(files.equals("''") ? "" : files);
    }

    // grep takes its first word for a file as soon as an option gives the pattern.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grep -ie x f | READ f",
                "grep -iex f | READ f",
                "grep --regexp x f | READ f",
                "grep --regex=x f | UNKNOWN x, READ f",
                "grep -f p f | READ p, READ f",
                "grep --file=p f | UNKNOWN p, READ f",
                "rg --files a | READ_TREE a",
                "jq --from-file p f | READ p, READ f",
            })
    void name_every_file_where_an_option_gives_the_pattern(String command, String files) {
        assertThat(Calls.files(command)).isEqualTo(files);
    }

    @Test
    void keep_the_wildcard_of_an_options_value() {
        assertThat(Calls.call("mvn -Dx=a*").files())
                .extracting(FileUse::word)
                .isEqualTo(List.of(new Word("a*", 1, false)));
        assertThat(Calls.call("mvn -Dx=*").files())
                .extracting(FileUse::word)
                .isEqualTo(List.of(new Word("*", 0, false)));
        assertThat(Calls.call("mvn -D*=a").files())
                .extracting(FileUse::word)
                .isEqualTo(List.of(new Word("a", -1, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python3.11 -c 1",
                "perl5.36 -e 1",
                "node --eval=1",
                "python3 -Ic 1",
                "python3 -W ignore -c 1",
                "python3 -X dev -c 1",
                "ruby -I lib -e 1",
                "php -d a=b -r 1",
                "python3.11",
                "python3 *",
                "node -m x",
                "php -",
            })
    void tell_code_that_an_interpreter_gets(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python3 f.py -c x",
                "python3 -mcompileall d",
                "python3 -mpytest -x",
                "node f -e x",
                "python3.11 f",
                "node --version",
                "7",
                "ruby f",
            })
    void do_not_take_a_script_for_code(String command) {
        assertThat(Calls.call(command).concerns()).isEmpty();
    }
}
