package dev.cadre.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the short way of reading against the parser: where it answers, both give equal trees, places included. */
class CommonYamlTest {

    private static final Set<String> VALUES = Set.of(
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

    private static final Set<String> LINES = Set.of(
            "name:",
            "tools:",
            "a:",
            "b_c-9:",
            "- ",
            "-",
            "? ",
            "\"q\": ",
            "'q': ",
            "<<: ",
            "9: ",
            "é: ",
            "a b: ",
            "# ",
            "---",
            "...",
            "%YAML 1.2",
            "",
            "key:",
            "name:  ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: reviewer\ndescription: Reviews code, well.\n",
                "tools: [Read, 'Grep', \"Glob\"]\r\nmodel: opus\r\n",
                "tools:\n  - Read\n  - Bash(git *)\nmodel: opus\n",
                "tools:\n- Read\n- Grep\nmodel: opus\n",
                "tools:\n  allow:\n    - Read\n  permissions:\n    network: false\n",
                "description: |\n  First.\n\n    Deeper.\nmodel: opus\n",
                "description: >-\n  First\n  line.\n\n  Second.\n",
                "description:\n  wrapped by\n  a formatter\nmodel: x\n",
                "description: \"a \\\"b\\\"\\nc\"\n",
                "steps:\n  - name: a\n    run: b\n  - name: c\n",
                "name:\nmodel: \ncolor: red\n",
                "permission: {}\nskills: []\n",
                "description: 'it''s'\nemoji: 😀\n\n\ncolor: red",
            })
    void reads_what_frontmatters_are_made_of(String yaml) {
        assertThat(CommonYaml.read(yaml, 0, yaml.length())).isNotNull().isEqualTo(parsed(yaml));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# comment\n",
                "a: &x y\n",
                "a: *x\n",
                "a: !t y\n",
                "a: b: c\n",
                "a: b # c\n",
                "a:\tb\n",
                "a: {b: c}\n",
                "a: b\n  # c\n",
                "a: |+\n  x\n\n",
                "a: |\n  x\n     \n",
                "a:\n  b: 1\n  b: 2\n",
                "? a\n: b\n",
                "a: b\n---\nc: d\n",
                "a: 'b\n",
            })
    void leaves_everything_else_to_the_parser(String yaml) {
        assertThat(CommonYaml.read(yaml, 0, yaml.length())).isNull();
    }

    @Test
    void agrees_with_the_parser_on_every_public_file() throws IOException {
        Path corpus = Path.of(System.getProperty("cadre.shared", "../shared")).resolve("data/corpus.zip");
        if (!Files.exists(corpus)) {
            Assumptions.abort("the reference data is not there: " + corpus);
        }
        int frontmatters = 0;
        int common = 0;
        try (ZipFile zip = new ZipFile(corpus.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    Problems problems = Decoder.decode(entry.getName(), in.readAllBytes(), Limits.DEFAULT);
                    Frontmatter found = Frontmatter.find(problems);
                    String yaml = problems.head().substring(found.start(), found.end());
                    Node.Mapping read = CommonYaml.read(yaml, 0, yaml.length());
                    frontmatters += found.isPresent() ? 1 : 0;
                    if (read != null) {
                        common++;
                        assertThat(read).as(entry.getName()).isEqualTo(parsed(yaml));
                    }
                }
            }
        }

        assertThat(common).isGreaterThan(frontmatters * 8 / 10);
    }

    @Property(tries = 4000)
    void agrees_with_the_parser_on_whatever_it_answers(@ForAll("documents") String yaml) {
        Node.Mapping read = CommonYaml.read(yaml, 0, yaml.length());

        if (read != null) {
            assertThat(read).isEqualTo(parsed(yaml));
        }
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.of("", "", "", "  ", "  ", "    ", " "),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of("k1: ", "k2: ", "k3: ", "- ", "")),
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

    private static @Nullable Object parsed(String yaml) {
        try {
            return YamlTree.read(yaml, 0, yaml.length(), Limits.DEFAULT);
        } catch (SourceException e) {
            return e.problem();
        }
    }
}
