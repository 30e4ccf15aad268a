package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.Capabilities.Setting;
import dev.cadre.tools.permission.ToolSelection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The five shapes in which definitions come. */
class ShapesTest {

    @Test
    void reads_tools_as_a_text_with_commas() {
        AgentDefinition definition = read("comma-list.md").orThrow();

        assertThat(definition.name()).isEqualTo("cellar-keeper");
        assertThat(definition.description())
                .isEqualTo(
                        "Mira - Keeper of the wine cellar. Knows storage (climate/light), stock taking, and labels.");
        assertThat(definition.tools()).asString().contains("[Read, Write, Edit, Bash, TodoWrite, Grep, Glob]");
        assertThat(definition.prompt()).startsWith("\nYou are Mira").endsWith("what is there\n");
        assertThat(definition.origin().bodyLine()).isEqualTo(6);
    }

    @Test
    void reads_tools_as_a_map_with_permissions() {
        AgentDefinition definition = read("tools-map.md").orThrow();

        assertThat(((ToolSelection.Only) definition.tools()).entries()).hasToString("[Read, Bash, Glob]");
        assertThat(definition.capabilities().network()).isEqualTo(Setting.DENY);
        assertThat(definition.capabilities().mcp()).isEqualTo(Setting.DENY);
        assertThat(definition
                        .origin()
                        .span("tools.permissions.network")
                        .orElseThrow()
                        .line())
                .isEqualTo(10);
    }

    @Test
    void inherits_tools_that_are_not_mentioned() {
        AgentDefinition definition = read("no-tools.md").orThrow();

        assertThat(definition.tools()).isEqualTo(ToolSelection.inherit());
        assertThat(definition.model()).isEqualTo(ModelChoice.inherit());
        assertThat(definition.prompt()).contains("酒窖管理员");
    }

    @Test
    void recovers_a_description_that_is_no_yaml_as_it_stands() throws IOException {
        Reading reading = read("invalid-description.md");
        AgentDefinition definition = reading.orThrow();

        String line = text("invalid-description.md").lines().toList().get(2);
        assertThat(definition.description()).isEqualTo(line.substring("description: ".length()));
        assertThat(definition.description()).contains("\\n\\n<example>\\n").contains("Count #1 to #9");
        assertThat(definition.model()).isEqualTo(ModelChoice.named("sonnet"));
        assertThat(definition.color()).contains("green");
        assertThat(reading.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.YAML_RECOVERED);
    }

    @Test
    void takes_name_and_description_from_text_without_frontmatter_and_says_so() throws IOException {
        Reading reading = read("no-frontmatter.txt");
        AgentDefinition definition = reading.orThrow();

        assertThat(reading.dialect()).isEqualTo(Dialect.MARKDOWN);
        assertThat(definition.name()).isEqualTo("cellar-keeping-agent");
        assertThat(definition.description()).isEqualTo("You are a specialized agent that keeps a cellar in order.");
        assertThat(definition.prompt()).isEqualTo(text("no-frontmatter.txt"));
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(
                        DiagnosticCode.FRONTMATTER_MISSING,
                        DiagnosticCode.NAME_DERIVED,
                        DiagnosticCode.DESCRIPTION_DERIVED);
    }

    private static Reading read(String name) {
        try {
            return DefinitionReader.create().read(name, text(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ShapesTest.class.getResourceAsStream("/definitions/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
