package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HereDocumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat << E\nx\nE\n",
                "cat << E\nx\nE",
                "cat << 'E'\n$x\nE\n",
                "cat <<- E\n\t\n\t\tx\n\tE\n",
                "cat << A << B\nA\nB\n",
            })
    void their_text_ends_at_the_mark(String command) {
        assertThat(Calls.all(command + "\nls")).isEqualTo("cat, ls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat << E",
                "cat << E\n",
                "cat << E\nx\n",
                "cat << ''\nx\n\n",
                "cat << '\nE'\nE\n",
                "cat << E '\nb'\nE\n",
            })
    void without_a_usable_mark_nothing_is_known(String command) {
        assertThat(ShellAnalyser.analyse(command)).isInstanceOf(Analysis.Unanalysable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$x", "`x`", "\\x", "a$x", "a`x`", "a\\x"})
    void unquoted_they_may_hold_nothing_that_the_shell_replaces(String line) {
        assertThat(ShellAnalyser.analyse("cat << E\n" + line + "\nE\n")).isInstanceOf(Analysis.Unanalysable.class);
        assertThat(ShellAnalyser.analyse("cat << 'E'\n" + line + "\nE\n")).isInstanceOf(Analysis.Analysed.class);
    }
}
