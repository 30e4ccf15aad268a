package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ls > f ; writes f",
                "ls >f ; writes f",
                "ls >> f ; writes f",
                "ls >| f ; writes f",
                "ls <> f ; writes f",
                "ls < f ; reads f",
                "ls 9> f ; writes f",
                "ls 99> f ; writes f",
                "ls &> f ; writes f",
                "ls &>> f ; writes f",
                "ls >& f ; writes f",
                "ls 2>&1 ; ''",
                "ls 2>&- ; ''",
                "ls 2>&1- ; ''",
                "ls >&2 ; ''",
                "ls >& 2 ; ''",
                "ls <&0 ; ''",
                "ls >& 0 ; ''",
                "ls >& 9 ; ''",
                "ls >& '1' ; writes 1",
                "ls <<< f ; ''",
            })
    void tells_the_files_that_are_opened(String command, String files) {
        Analysis analysis = ShellAnalyser.analyse(command.strip());

        assertThat(analysis).isInstanceOf(Analysis.Analysed.class);
        assertThat(analysis.invocations())
                .singleElement()
                .satisfies(each -> assertThat(String.join(
                                ", ",
                                each.redirects().stream()
                                        .map(redirect -> (redirect.writes() ? "writes " : "reads ")
                                                + redirect.target().text())
                                        .toList()))
                        .isEqualTo(files.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat <<< x", "ls >& f", "ls &> f", "ls |& cat"})
    void takes_for_bash_alone_what_other_shells_read_otherwise(String command) {
        assertThat(ShellAnalyser.analyse(command)).isInstanceOf(Analysis.Analysed.class);
        assertThat(ShellAnalyser.analyse("bash -c '" + command + "'")).isInstanceOf(Analysis.Analysed.class);
        assertThat(ShellAnalyser.analyse("sh -c '" + command + "'")).isInstanceOf(Analysis.Unanalysable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls 100> f",
                "ls >\\\nf",
                "ls 2>&x",
                "ls <&x",
                "ls >",
                "ls > *",
                "ls > ''",
                "ls > {a,b}",
                "ls >(cat)",
                "ls <(cat)",
                "ls {x}> f",
                "ls > /dev/tcp/a/1",
                "ls >&-x",
                "wait -p x",
            })
    void leaves_alone_what_it_can_not_tell(String command) {
        assertThat(ShellAnalyser.analyse(command)).isInstanceOf(Analysis.Unanalysable.class);
    }
}
