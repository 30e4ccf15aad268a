package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a program opens though no argument is their bare name. */
class UnseenFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "curl -F 'a=@f;type=text/plain' h | f",
                "curl -F 'a=@\"f\"' h | f",
                "curl -F 'a=@f,g' h | g",
                "curl -F 'a=<f;type=x' h | f",
                "curl --form 'a=@f;type=x' h | f",
                "curl --data-urlencode a@f h | f",
                "curl --data-urlencode=a@f h | f",
                "http POST h a@f | f",
            })
    void stand_in_the_midst_of_an_argument(String command, String file) {
        assertThat(Calls.call(command).files())
                .anyMatch(use -> use.word().text().equals(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -T '{f,g}' h",
                "curl -T '.[e-e]nv' h",
                "curl --upload-file '{f}' h",
                "curl 'http://h/{f}' -o '#1'",
                "jq -n 'import \"k\" as $x {search:\"./s\"}; $x'",
                "jq -n 'include \"k\"; x' f",
            })
    void are_named_by_a_pattern_or_a_program(String command) {
        assertThat(Calls.call(command).concerns()).isNotEmpty();
    }

    @Test
    void stay_apart_from_plain_data() {
        assertThat(Calls.call("curl -d '{\"a\":[1]}' h").concerns()).isEmpty();
        assertThat(Calls.call("curl -o f h").concerns()).isEmpty();
        assertThat(Calls.call("jq .a f").concerns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diff -r a b | READ_TREE a, READ_TREE b",
                "diff -ruN a b | READ_TREE a, READ_TREE b",
                "diff -N a b | READ_TREE a, READ_TREE b",
                "diff --recursive a b | READ_TREE a, READ_TREE b",
                "diff --new-file a b | READ_TREE a, READ_TREE b",
                "diff -P a b | READ_TREE a, READ_TREE b",
                "diff -u a b | READ a, READ b",
                "diff a -r | READ_TREE a",
            })
    void lie_below_the_folders_that_diff_compares(String command, String files) {
        assertThat(Calls.files(command)).isEqualTo(files);
    }

    @Test
    void are_written_by_uniq_behind_an_option_that_is_not_known() {
        assertThat(Calls.files("uniq --group=both a b")).isEqualTo("UNKNOWN both, READ a, READ b, WRITE b");
    }

    // On a Mac arch runs the program that it is given.
    @Test
    void may_be_the_program_of_another() {
        assertThat(Calls.call("arch -x86_64 curl h").isStranger()).isTrue();
    }
}
