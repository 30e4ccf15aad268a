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
            names = {"CLAUDE_PLUGIN", "AGENTS_MD", "MARKDOWN"})
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
        boolean noToolList = dialect == Dialect.CURSOR || dialect == Dialect.CODEX || dialect == Dialect.SKILL;
        assertThat(conversion.isWidening()).isEqualTo(noToolList);
    }

    @Test
    void a_skill_keeps_its_approvals_and_denials_and_takes_no_name_that_skills_can_not_have() {
        AgentDefinition definition = AgentDefinition.parse(
                "x.md",
                "---\nname: Git Helper\ndescription: d\ndisallowedTools: Write\n"
                        + "permissions: {allow: [Read, 'Bash(git *)']}\n---\nP");

        Conversion conversion = DefinitionConverter.convert(definition, Dialect.SKILL);

        assertThat(conversion.text())
                .contains(
                        "name: git-helper\n", "allowed-tools: ['Read', 'Bash(git *)']", "disallowed-tools: ['Write']");
        assertThat(conversion.losses())
                .containsExactly("the name \"Git Helper\" is refused there; it is written as \"git-helper\"");
        assertThat(conversion.isWidening()).isFalse();
    }

    @Test
    void an_alias_that_another_product_does_not_know_is_told_and_each_loss_once() {
        AgentDefinition definition = AgentDefinition.parse(
                ".opencode/agents/x.md",
                "---\ndescription: d\nmodel: opus\npermission: {'my_*': ask, bash: {'rm *': deny}}\n---\nP");

        Conversion conversion = DefinitionConverter.convert(definition, Dialect.GEMINI);

        assertThat(conversion.losses())
                .doesNotHaveDuplicates()
                .contains("the model \"opus\" is written as it is; there, it is no alias of a model");
        assertThat(conversion.widenings()).doesNotHaveDuplicates();
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
    void opencode_switches_all_tools_off_before_it_switches_some_on() {
        AgentDefinition definition =
                AgentDefinition.parse("x.md", "---\nname: x\ndescription: d\ntools: Read, Grep\n---\nP");

        assertThat(DefinitionConverter.convert(definition, Dialect.OPENCODE).text())
                .contains("tools: {'*': false, 'read': true, 'grep': true}");
    }

    @Test
    void a_group_is_named_only_if_all_of_it_is_allowed() {
        AgentDefinition definition =
                AgentDefinition.parse("x.md", "---\nname: x\ndescription: d\ntools: Read, Glob, Grep, Edit\n---\nP");

        Conversion conversion = DefinitionConverter.convert(definition, Dialect.ROO);

        assertThat(conversion.text()).contains("groups: ['read']");
        assertThat(conversion.losses())
                .containsExactly("the tool Edit is left out, because only whole groups can be named");
    }

    @Test
    void a_tool_that_spoils_the_file_is_left_out() {
        AgentDefinition definition = AgentDefinition.parse(
                "x.md",
                "---\nname: x\ndescription: d\ntools: Read, NotebookEdit, mcp__docs__find, mcp__a_b__c\n---\nP");

        Conversion conversion = DefinitionConverter.convert(definition, Dialect.GEMINI);

        assertThat(conversion.text()).contains("tools: ['read_file', 'mcp_docs_find']");
        assertThat(conversion.losses())
                .containsExactly(
                        "the tool NotebookEdit is left out, because a file that names it is refused there",
                        "the tool mcp__a_b__c is left out, because a file that names it is refused there");
    }

    @Test
    void a_key_without_meaning_gets_none_by_the_change() {
        AgentDefinition definition =
                AgentDefinition.parse("x.md", "---\nname: x\ndescription: d\ntemperature: 0.2\nvibe: calm\n---\nP");

        Conversion other = DefinitionConverter.convert(definition, Dialect.OPENCODE);
        Conversion same = DefinitionConverter.convert(definition, Dialect.CLAUDE);

        assertThat(other.losses())
                .containsExactly(
                        "the key \"temperature\" would get a meaning there that it had not and is left out",
                        "the key \"vibe\" has no meaning there and is left out");
        assertThat(same.losses()).isEmpty();
        assertThat(same.text()).contains("temperature: 0.2", "vibe: calm");
    }

    @Test
    void approvals_are_written_or_reported() {
        AgentDefinition definition = AgentDefinition.parse(
                "a/SKILL.md", "---\nname: x\ndescription: d\nallowed-tools: Grep, Bash(git *)\n---\nP");

        assertThat(DefinitionConverter.convert(definition, Dialect.KIRO).text())
                .contains("allowedTools: ['grep']")
                .contains("permissions: [{'capability': 'shell', 'effect': 'allow', 'match': ['git *']}]");
        assertThat(DefinitionConverter.convert(definition, Dialect.COPILOT).losses())
                .containsExactly("the rules that approve calls can not be expressed");
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
