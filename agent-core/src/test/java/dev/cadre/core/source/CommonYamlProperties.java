package dev.cadre.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Holds the short way of reading against the parser on documents that nobody thought of. */
class CommonYamlProperties {

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "plain words",
            "a: b",
            "a:b",
            "x #y",
            "x#y",
            "'it''s'",
            "'open",
            "\"say \\\"hi\\\"\\n\"",
            "\"a\\x\"",
            "\"open",
            "[a, b]",
            "[a, b,]",
            "[a,, b]",
            "[]",
            "[a, 'b c', \"d\"]",
            "[a: b]",
            "[a#b]",
            "[a] # c",
            "[[a]]",
            "{a: b}",
            "|",
            ">",
            "|-",
            ">-",
            "|+",
            "|2",
            "| # c",
            "- x",
            "-x",
            "-",
            "*",
            "*a",
            "&a x",
            "!t x",
            "? x",
            "@x",
            "`x`",
            "%x",
            "# c",
            "null",
            "~",
            "true",
            "1.5",
            "0x1F",
            "…",
            "é",
            "😀 end",
            "a\tb",
            "\tx",
            "a  ",
            "\u0085",
            "\u2028x",
            "\u0007",
            "---",
            "...",
            "key:",
            "'a' b",
            "\"a\" b",
            "'a': b",
            "<<");

    private static final List<String> LINES = List.of(
            "name:",
            "tools:",
            "a:",
            "b_c-9:",
            "- ",
            "-",
            "? ",
            "\"q\": ",
            "'q': ",
            "'q''r': ",
            "\"q\" : ",
            "<<: ",
            "9: ",
            "é: ",
            "a b: ",
            "a : ",
            "a:b: ",
            "... a: ",
            "~: ",
            "# ",
            "---",
            "...",
            "%YAML 1.2",
            "",
            "key:",
            "name:  ");

    @Property(tries = 4000)
    void agrees_with_the_parser_on_whatever_it_answers(@ForAll("documents") String yaml) {
        Object read = BothReadings.common(yaml);

        if (read != null) {
            assertThat(read).isEqualTo(BothReadings.parsed(yaml));
        }
    }

    @Property(tries = 4000)
    void agrees_with_the_parser_on_blocks_of_text(@ForAll("blocks") String yaml) {
        Object read = BothReadings.common(yaml);

        if (read != null) {
            assertThat(read).isEqualTo(BothReadings.parsed(yaml));
        }
    }

    @Provide
    Arbitrary<String> blocks() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.of("  ", "  ", "  ", "   ", "    ", " ", ""),
                        Arbitraries.of("x", "x y  ", "- x", "# x", "k: v", "", "", "é"),
                        Arbitraries.of("\n", "\n", "\n", "\r\n", "\n\n"))
                .as((indent, words, end) -> indent + words + end);
        return Combinators.combine(
                        Arbitraries.of(">", ">-", "|", "|-"),
                        line.list().ofMaxSize(7),
                        Arbitraries.of("", "k1: v\n", "- x\n"))
                .as((header, lines, after) -> "k0: " + header + "\n  x\n" + String.join("", lines) + after);
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.of("", "", "", "  ", "  ", "    ", " "),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of("k1: ", "k2: ", "\"k3\": ", "- ", "", "# ")),
                                Tuple.of(1, Arbitraries.of(LINES))),
                        Arbitraries.of(VALUES),
                        Arbitraries.frequency(
                                Tuple.of(12, "\n"),
                                Tuple.of(3, "\r\n"),
                                Tuple.of(1, "\r"),
                                Tuple.of(1, "  \n"),
                                Tuple.of(1, "\n\n"),
                                Tuple.of(1, "\n   \n")))
                .as((indent, start, value, end) -> indent + start + value + end);
        return line.list().ofMinSize(1).ofMaxSize(6).map(lines -> "k0: v\n" + String.join("", lines));
    }
}
