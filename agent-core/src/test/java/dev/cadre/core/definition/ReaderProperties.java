package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.convert.DefinitionConverter;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.ToolSelection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, tried with generated ones. */
class ReaderProperties {

    private final DefinitionReader reader = DefinitionReader.create();

    @Property(tries = 300)
    void any_text_is_loaded_or_refused_with_an_error(@ForAll("texts") String text) {
        Reading reading = reader.read("x.md", text);

        assertThat(reading.definition().isEmpty())
                .isEqualTo(reading.diagnostics().stream().anyMatch(problem -> problem.isError()));
    }

    @Property(tries = 300)
    void strict_implies_lenient(@ForAll("texts") String text) {
        reader.with(Strictness.STRICT).read("x.md", text).definition().ifPresent(strict -> {
            AgentDefinition lenient = reader.read("x.md", text).orThrow();
            assertThat(lenient.name()).isEqualTo(strict.name());
            assertThat(lenient.description()).isEqualTo(strict.description());
            assertThat(lenient.tools()).isEqualTo(strict.tools());
        });
    }

    @Property(tries = 300)
    void recovery_never_adds_a_tool(@ForAll("broken") String line) {
        Reading reading = reader.read("x.md", "---\nname: x\n" + line + "\ntools: Read\n---\nP");

        reading.definition().ifPresent(definition -> {
            assertThat(definition.tools()).isInstanceOf(ToolSelection.Only.class);
            assertThat(((ToolSelection.Only) definition.tools()).entries()).hasToString("[Read]");
        });
    }

    @Property(tries = 300)
    void reading_a_written_definition_gives_it_back(
            @ForAll("descriptions") String description, @ForAll("prompts") String prompt) {
        AgentDefinition definition = AgentDefinition.builder("x", description, prompt)
                .tools("Read", "Bash(git status:*)")
                .build();

        for (Dialect dialect : List.of(Dialect.CLAUDE, Dialect.CLAUDE_JSON)) {
            String written = DefinitionConverter.convert(definition, dialect).text();
            String name = dialect == Dialect.CLAUDE ? "x.md" : "agents.json";
            AgentDefinition back = reader.read(name, written).orThrow();
            assertThat(back.description()).isEqualTo(description.strip());
            assertThat(back.prompt()).isEqualTo(prompt);
            assertThat(back.tools()).isEqualTo(definition.tools());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "---",
                        "\n",
                        "\r\n",
                        "name: x",
                        "description: d",
                        "tools: Read",
                        "tools:",
                        ": ",
                        "- a",
                        "#",
                        "*",
                        "&",
                        "!",
                        "'",
                        "\"",
                        "[",
                        "]",
                        "{",
                        "}",
                        "|",
                        ">",
                        "😀",
                        " ",
                        "\t",
                        "é",
                        "...")
                .list()
                .ofMaxSize(25)
                .map(parts -> "---\n" + String.join("", parts));
    }

    @Provide
    Arbitrary<String> broken() {
        return Arbitraries.of(
                        "a",
                        ": ",
                        " #",
                        "\n",
                        "\n  ",
                        "tools: Bash",
                        "Tools: Bash",
                        "'",
                        "\"",
                        "*x",
                        "<example>",
                        "\\n",
                        "`",
                        "- ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> "description: " + String.join("", parts));
    }

    @Provide
    Arbitrary<String> descriptions() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("\n\té😀: #'\"\\-")
                .ofMinLength(1)
                .ofMaxLength(60)
                .filter(text -> !text.isBlank() && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    @Provide
    Arbitrary<String> prompts() {
        return Arbitraries.strings().withCharRange(' ', '~').withChars("\n\r-#").ofMaxLength(60);
    }
}
