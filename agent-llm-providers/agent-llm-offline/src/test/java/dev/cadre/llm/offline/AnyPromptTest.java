package dev.cadre.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever prompt, files and tools it gets: the work ends, and nothing is said that no file says. */
class AnyPromptTest {

    private static final List<String> PIECES = List.of(
            "Generate `docs/OUT.md` containing:\n- **Costs**: tokens, access\n- **Ownership**: tables\n",
            "1. Read A.md and B.md\n2. Check costs\n",
            "# Title\n",
            "## Checklist\n- [ ] Costs are known\n- [x] Access is denied\n",
            "Your responsibilities:\n- Costs and access\n- 费用\n",
            "You are a careful reviewer of tables.\n",
            "Write the report to `out/` and `a/{b}.md`.\n",
            "```\nGenerate `no.md` containing:\n- X\n```\n",
            "<example>\nuser: hi\n</example>\n",
            "| a | b |\n|---|---|\n| costs | `x` |\n");

    private static final List<String> LINES = List.of(
            "- Costs are 40 a month, access costs nothing.",
            "“quoted” — `A.md:1`",
            "access(\"``ticks``\", 'tables') // costs",
            "# Costs",
            "| Costs | access | tables |",
            "\tcosts:\taccess\u0007",
            "费用 是 四十 元",
            "```",
            "",
            "x".repeat(700) + " costs access. tables",
            "  12\tnumbered costs access",
            "A.md:3:costs tables");

    @Provide
    Arbitrary<String> prompts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join("\n", pieces));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of(LINES)
                .list()
                .ofMaxSize(25)
                .map(lines -> String.join("\n", lines))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> tools() {
        return Arbitraries.subsetOf(FakeTools.ALL)
                .map(names -> FakeTools.ALL.stream().filter(names::contains).toList());
    }

    @Property(tries = 150)
    void ends_and_quotes_what_stands_there(
            @ForAll("prompts") String system,
            @ForAll("texts") List<String> texts,
            @ForAll("tools") List<String> tools,
            @ForAll("tools") List<String> refused)
            throws IOException {
        Path root = Files.createTempDirectory("any");
        try {
            List<String> names = List.of("A.md", "src/b.py", "docs/notes.txt", "c.sql");
            for (int i = 0; i < texts.size(); i++) {
                Path file = root.resolve(names.get(i));
                Files.createDirectories(file.getParent());
                Files.writeString(file, texts.get(i));
            }
            FakeTools fake = new FakeTools(root).refusing(refused.toArray(String[]::new));

            Loop loop = Loop.run(system, "What are the costs of access?", tools, fake);

            new Quotations(loop.report()).verifyAgainst(root);
            if (Files.exists(root.resolve("docs/OUT.md"))) {
                new Quotations(Files.readString(root.resolve("docs/OUT.md"))).verifyAgainst(root);
                assertThat(tools).contains("Write");
                assertThat(refused).doesNotContain("Write");
            }
            assertThat(root.resolve("no.md")).doesNotExist();
        } finally {
            delete(root);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
