package dev.cadre.core.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.ToolSelection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DefinitionConverterTest {

    private static final String RICH = """
            ---
            name: looker
            description: "Looks: at #1 things"
            tools: Read, Grep, Edit, mcp__docs__find
            model: opus
            ---
            Look.

            Closely.
            """;

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            mode = Mode.EXCLUDE,
            names = {"CLAUDE_PLUGIN", "SKILL", "AGENTS_MD", "MARKDOWN"})
    void what_is_written_is_read_back_with_no_more_rights(Dialect dialect) {
        AgentDefinition definition = AgentDefinition.parse("looker.md", RICH);

        Conversion conversion = DefinitionConverter.convert(definition, dialect);

        AgentDefinition back = read(dialect, conversion);
        assertThat(back.name()).isEqualTo("looker");
        assertThat(back.description()).isEqualTo(definition.description());
        assertThat(back.prompt()).isEqualTo(definition.prompt());
        if (!conversion.isWidening() && back.tools() instanceof ToolSelection.Only only) {
            assertThat(((ToolSelection.Only) definition.tools()).entries()).containsAll(only.entries());
        }
        boolean noToolList = dialect == Dialect.CURSOR || dialect == Dialect.CODEX;
        assertThat(conversion.isWidening()).isEqualTo(noToolList);
    }

    @Test
    void reports_what_is_lost_and_what_would_widen() {
        AgentDefinition definition = AgentDefinition.parse(
                "x.md",
                "---\nname: x\ndescription: d\ntools: Read, Bash(git *)\ndisallowedTools: Write\n"
                        + "permissionMode: plan\ncolor: red\nvibe: calm\n---\nP");

        Conversion conversion = DefinitionConverter.convert(definition, Dialect.COPILOT);

        assertThat(conversion.fileName()).isEqualTo("x.agent.md");
        assertThat(conversion.losses())
                .contains(
                        "the tool Bash(git *) is left out, because its limit can not be expressed",
                        "the colour can not be expressed",
                        "the permission mode plan can not be expressed",
                        "the key \"vibe\" has no meaning there and is left out");
        assertThat(conversion.widenings()).containsExactly("the permission mode plan is lost");
    }

    @Test
    void opencode_denials_come_last_because_the_last_match_wins_there() {
        AgentDefinition definition = AgentDefinition.parse(
                "x.md", "---\nname: x\ndescription: d\npermissions:\n  deny: [\"Bash(rm *)\"]\n  ask: [Bash]\n---\nP");

        Conversion conversion = DefinitionConverter.convert(definition, Dialect.OPENCODE);

        assertThat(conversion.text()).contains("bash: {'*': 'ask', 'rm *': 'deny'}".replace("bash:", "'bash':"));
        assertThat(conversion.isWidening()).isFalse();
    }

    @Test
    void context_is_no_target() {
        AgentDefinition definition = AgentDefinition.parse("looker.md", RICH);

        assertThatThrownBy(() -> DefinitionConverter.convert(definition, Dialect.AGENTS_MD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose one of claude");
    }

    private static AgentDefinition read(Dialect dialect, Conversion conversion) {
        String folder = dialect == Dialect.CLAUDE_JSON || dialect == Dialect.ROO ? "" : "." + dialect.id() + "/agents/";
        String name = dialect == Dialect.FACTORY ? ".factory/droids/" : folder;
        byte[] bytes = conversion.text().getBytes(StandardCharsets.UTF_8);
        return DefinitionReader.create()
                .read(name + conversion.fileName(), bytes)
                .orThrow();
    }
}
