package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls ;\\\nls",
                "ls &&\\\nls",
                "ls &\\\nls",
                "ls ||\\\nls",
                "ls |\\\nls",
                "ls 0\\\n> f",
                "ls 12\\\n>f",
                "ls 9\\\n< f",
                "time ! ls",
                "time -p -p ls",
                "time ; ls",
                "time )",
                "{ ls; }x",
                "(ls)x",
                "ls ../{1..3}",
                "'l s' x",
                "' ls'",
            })
    void nobody_writes_what_is_left_alone(String command) {
        assertThat(ShellAnalyser.analyse(command)).isInstanceOf(Analysis.Unanalysable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ls;\\ls | ls, ls",
                "\"ls; \nls\" | ls, ls",
                "\"ls &&\nls\" | ls, ls",
                "! ! ls | ls",
                "! ( ls ) | ls",
                "!  { ls; } | ls",
                "time (ls) | ls",
                "time -p ls | ls",
                "\"ls \\\n  x\" | ls x",
                "\"ls a\\\n> f\" | ls a",
                "ls '2'> f | ls 2",
                "ls \\2> f | ls 2",
                "\\if x | if x",
                "''if x | if x",
                "ls [ab | ls [ab",
            })
    void the_commands_of_a_list_are_told_apart(String command, String argv) {
        assertThat(Calls.all(command)).isEqualTo(argv);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\time -v ls", "''time -v ls", "\"\"time -v ls"})
    void a_quoted_word_is_not_reserved(String command) {
        assertThat(Calls.call(command).inner())
                .singleElement()
                .satisfies(each -> assertThat(each.program()).isEqualTo("ls"));
    }

    @Test
    void braces_mean_64_words_at_most() {
        assertThat(Calls.call("ls {" + letters(64) + "}").argv()).hasSize(65);
        assertThat(ShellAnalyser.analyse("ls {" + letters(65) + "}")).isInstanceOf(Analysis.Unanalysable.class);
    }

    private static String letters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"cat [ab] | 0", "cat a[b] | 1", "cat [ab | -1", "cat ]a[ | -1", "cat a? | 1"})
    void a_set_of_characters_is_a_wildcard_once_it_is_closed(String command, int at) {
        assertThat(Calls.call(command).files().get(0).word().wildcardAt()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "find . -exec cat {} \\; | 0",
                "find . -exec cat a{} \\; | 1",
                "find . -exec cat {}* \\; | 0",
                "find . -exec cat a*{} \\; | 1",
                "find . -exec cat a \\; | -1",
                "xargs -I x cat axb | 1",
                "xargs -i cat a{} | 1",
                "xargs -I | -1",
            })
    void a_word_is_open_from_where_something_takes_its_place(String command, int at) {
        Invocation inner = Calls.call(command).inner().get(0);

        assertThat(inner.files().stream()
                        .mapToInt(use -> use.word().wildcardAt())
                        .max()
                        .orElse(-1))
                .isEqualTo(at);
    }
}
