package dev.cadre.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the short way of reading against the parser: where it answers, both give equal trees, places included. */
class CommonYamlTest {

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
                "prompt: >\n  Do:\n\n  - this,\n    and more\n      of it\n\n  - that\n  too\n  \nmodel: x\n",
                "prompt: >-\n  Do\n  \n  this\n \n    now\n",
                "# c: d\n# e\nname: x\n# f\n\n# g\nskills:\n  - a\n# tools: b\n#   c\nmodel: x\n# end\n",
                "steps:\n  - name: a\n    # c\n    run: b\n# d\n",
                "permission:\n  edit:\n    \"*\": allow\n    '**/.git': deny\n  3d: ask\n  rm -rf *: deny\n9:\n",
                "prompt: |\n  Do\n  \n  this\n \n",
            })
    void reads_what_frontmatters_are_made_of(String yaml) {
        assertThat(BothReadings.common(yaml)).isInstanceOf(Node.Mapping.class).isEqualTo(BothReadings.parsed(yaml));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a: &x y\n",
                "a: *x\n",
                "a: !t y\n",
                "a: b # c\n",
                "a:\tb\n",
                "a: {b: c}\n",
                "a: b\n  # c\n",
                "a: b\n# c\n  d\n",
                "a:\n# c\n  - b\n",
                "a:\n  - b\n  # c\n  - d\n",
                "a: b\n# \u0007\n",
                "# comment\n",
                "'a' b: c\n",
                "\"a\\x41\": c\n",
                "'a''b': c\n",
                "a: |+\n  x\n\n",
                "a: |\n  x\n     \n",
                "a b : c\n",
                "... a: b\n",
                "<<: b\n",
                "a:: b\n",
                "a: b\n  c: d\n",
                "a: b: c\nd: \u0007\n",
                "a: b #c: d\n",
                "a:\n  b: 1\n  b: 2\n",
                "? a\n: b\n",
                "a: b\n---\nc: d\n",
                "a: 'b\n",
            })
    void leaves_everything_else_to_the_parser(String yaml) {
        assertThat(BothReadings.common(yaml)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c\n",
                "name: x\ndescription: 😀 when: always\ntools: Read\n",
                "a:\n  b: 1\n  c: d e:\n",
                "a:\n  - b: c: d\n",
                "a: b: 'open\n",
            })
    void refuses_a_key_inside_a_plain_value_as_the_parser_does(String yaml) {
        assertThat(BothReadings.common(yaml)).isInstanceOf(String.class).isEqualTo(BothReadings.parsed(yaml));
    }

    @Test
    void leaves_to_the_parser_what_may_exceed_a_limit() {
        String many = "a:\n".repeat(Limits.DEFAULT.values());
        String wide = "a: [" + "b,".repeat(Limits.DEFAULT.values()) + "b]\n";
        String longKey = "k".repeat(1025) + ": v\n";

        assertThat(BothReadings.common(many)).isNull();
        assertThat(BothReadings.common(wide)).isNull();
        assertThat(BothReadings.common(longKey)).isNull();
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
                    Object read = BothReadings.common(yaml);
                    frontmatters += found.isPresent() ? 1 : 0;
                    if (read != null) {
                        common++;
                        assertThat(read).as(entry.getName()).isEqualTo(BothReadings.parsed(yaml));
                    }
                }
            }
        }

        assertThat(common).isGreaterThan(frontmatters * 95 / 100);
    }
}
