package dev.cadre.tools.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

    private static boolean matches(String regex, String line) {
        byte[] text = line.getBytes(UTF_8);
        return TextPattern.compile(regex, false, false).finder(() -> false).findLine(text, 0, text.length) >= 0;
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            a+b => xaab
            ^a => ab
            b$ => ab
            ^$|x => x
            (?i)ÄRGER => ärger
            (?i)k => K
            (?i:a)b => Ab
            \\w+é => naïvé
            ^\\w+$ => žluťoučký
            \\d => ٣
            \\bfoo\\b => a.foo!
            \\Boo => foo
            [^a-y] => z
            [[:alpha:]] => q
            [a-z&&[^b]] => c
            [\\w--a] => b
            [[a-c]x] => x
            [^[a-c]] => d
            \\p{Greek} => λ
            \\pL => é
            \\p{Lu} => É
            \\x41 => A
            \\x{e9} => é
            \\u00e9 => é
            a{2,3} => aa
            (a|b)*c => ababc
            x* => abc
            (?P<n>a) => a
            (?<n>a) => a
            .{3} => äöü
            a.c => aéc
            \\-\\/\\# => -/#
            日本 => 日本語
            """)
    void matches_as_ripgrep_does(String regex, String line) {
        assertThat(matches(regex, line)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            a+b => xaa
            ^b => ab
            a$ => ab
            (?i:a)b => AB
            (?i)a|b(?-i)c => bC
            \\bfoo\\b => éfoo
            \\bfoo\\b => foo_
            [^a-z] => q
            ^.{2}$ => äöü
            [a-z&&[^b]] => b
            a{2}b => ab
            \\D => 123
            \\Sx => x
            """)
    void does_not_match_what_ripgrep_does_not(String regex, String line) {
        assertThat(matches(regex, line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "(a",
                "a)",
                "[a",
                "[z-a]",
                "[[:nope:]]",
                "*a",
                "a**{",
                "a{",
                "a{2",
                "a{3,2}",
                "a{1001}",
                "\\",
                "\\1",
                "\\y",
                "(?=a)",
                "(?!a)",
                "(?<=a)",
                "(?<!a)",
                "(?q)",
                "(?",
                "\\p{Nope}",
                "\\x{110000}",
                "\\xZZ",
                "((a{60}){60}){60}b"
            })
    void refuses_what_is_malformed_or_too_large(String regex) {
        assertThatThrownBy(() -> TextPattern.compile(regex, false, false)).isInstanceOf(TextPatternException.class);
    }

    @Test
    void says_what_is_wrong_and_where() {
        assertThatThrownBy(() -> TextPattern.compile("a(?=b)", false, false))
                .hasMessage("\"a(?=b)\" is no regular expression here: lookaround is not supported (at character 4)");
        assertThatThrownBy(() -> TextPattern.compile("(a)\\1", false, false))
                .hasMessage(
                        "\"(a)\\1\" is no regular expression here: backreferences are not supported (at character 6)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+c",
                "(.*a){14}$",
                "(a|b)*c$",
                "x*x*x*x*y",
                "a.{20}c",
                "[ab]*a[ab]{24}c",
                ".*.*.*.*=.*",
                "(x|y)*z",
                "(?i)(a|aa)+$x"
            })
    void ends_on_texts_that_explode_elsewhere(String regex) {
        String line = mixed(20_000) + "b";

        assertThat(matches(regex, line)).isFalse();
    }

    private static String mixed(int length) {
        Random random = new Random(1);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < length; i++) {
            line.append(random.nextBoolean() ? 'a' : 'b');
        }
        return line.toString();
    }

    @Test
    void stops_when_told() {
        byte[] text = mixed(200_000).getBytes(UTF_8);
        int[] asked = {0};
        LineFinder finder = TextPattern.compile("a[ab]{24}[cé]", false, false).finder(() -> ++asked[0] > 3);

        assertThat(finder.findLine(text, 0, text.length)).isNegative();
        assertThat(asked[0]).isEqualTo(4);
    }

    @Test
    void passes_over_bytes_that_are_no_utf_8() {
        byte[] text = {'a', (byte) 0xFF, 'b', (byte) 0xC3, '\n', 'a', 'x', 'b'};

        assertThat(TextPattern.compile("a.b", false, false).finder(() -> false).findLine(text, 0, text.length))
                .isEqualTo(7);
    }
}
