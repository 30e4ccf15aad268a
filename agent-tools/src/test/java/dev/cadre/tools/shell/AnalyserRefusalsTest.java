package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyserRefusalsTest {

    private static boolean isAnalysed(String command) {
        return ShellAnalyser.analyse(command) instanceof Analysis.Analysed;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x01, 0x0D, 0x7F, 0x85, 0xA0, 0xAD, 0x378, 0x115F, 0x1160, 0x200B, 0x2028, 0x2029, 0x202E, 0x2800,
                0x3000, 0x3164, 0xD800, 0xE000, 0xFEFF, 0xFFA0, 0xE0041, 0xF0000
            })
    void characters_that_do_not_look_like_what_they_are(int character) {
        assertThat(isAnalysed("ls a" + Character.toString(character) + "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls \u00e9", "ls \u65e5\u672c", "ls \ud83d\ude00", "ls\ta", "ls\nls", "ls ~x", "ls a~"})
    void no_characters_that_people_write(String command) {
        assertThat(isAnalysed(command)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cd d && ls, true",
        "cd -P d && ls, true",
        "cd -L d && ls, true",
        "cd -- d && ls, true",
        "cd -P -- -d && ls, true",
        "cd -e d && ls, false",
        "cd -P && ls, false",
        "cd - && ls, false",
        "cd '' && ls, false",
        "cd d* && ls, false",
        "cd a b && ls, false",
    })
    void folders_that_only_the_shell_knows(String command, boolean isKnown) {
        assertThat(isAnalysed(command)).isEqualTo(isKnown);
    }

    @Test
    void more_folders_than_are_followed() {
        assertThat(isAnalysed("cd a; ".repeat(15) + "ls")).isTrue();
        assertThat(isAnalysed("cd a; ".repeat(16) + "ls")).isFalse();
    }

    @Test
    void shells_that_are_nested_too_deep() {
        String four = nested(4);
        String five = nested(5);

        assertThat(isAnalysed(four)).isTrue();
        assertThat(isAnalysed(five)).isFalse();
    }

    private static String nested(int depth) {
        String command = "ls";
        for (int i = 0; i < depth; i++) {
            command = "bash -c \"" + command.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return command;
    }

    @Test
    void a_line_in_quotes_before_the_text_of_a_here_document() {
        assertThat(isAnalysed("cat << E 'a'\nE\n")).isTrue();
        assertThat(isAnalysed("cat << E 'a\nb'\nE\n")).isFalse();
        assertThat(isAnalysed("cat <<- E\n\tx\n\tE\n")).isTrue();
    }

    @Test
    void a_dollar_that_goes_on_in_the_next_line() {
        assertThat(isAnalysed("echo $")).isTrue();
        assertThat(isAnalysed("echo $\\\nx")).isFalse();
        assertThat(isAnalysed("echo \"$\\\nx\"")).isFalse();
    }

    @Test
    void nothing_of_empty_words() {
        assertThat(ShellAnalyser.analyse("ls '' \"\"").invocations().get(0).argv())
                .containsExactly("ls", "", "");
    }

    @ParameterizedTest
    @CsvSource({"./x a b, 'READ ./x, UNKNOWN a, UNKNOWN b'", "zsh f, UNKNOWN f", "bash f a, 'UNKNOWN f, UNKNOWN a'"})
    void no_file_of_a_script(String command, String files) {
        assertThat(String.join(
                        ", ",
                        ShellAnalyser.analyse(command).invocations().get(0).files().stream()
                                .map(use -> use.kind() + " " + use.word().text())
                                .toList()))
                .isEqualTo(files);
    }

    @Test
    void an_inner_program_without_showing_it() {
        assertThat(ShellAnalyser.analyse("timeout 5 ls -a")
                        .invocations()
                        .get(0)
                        .inner()
                        .get(0)
                        .text())
                .isEqualTo("ls -a");
    }
}
