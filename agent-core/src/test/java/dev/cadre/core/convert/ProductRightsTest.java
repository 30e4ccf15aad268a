package dev.cadre.core.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.dialect.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written gives an agent no more in the product than its definition gives, whatever our own reader makes of it. */
class ProductRightsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPILOT  | Edit, Write, NotebookEdit | ['edit']",
                "COPILOT  | Edit, Write               | ['edit/editFiles']",
                "COPILOT  | Write                     | ['edit/createFile']",
                "COPILOT  | Edit                      | []",
                "COPILOT  | Glob, Grep                | ['search']",
                "COPILOT  | Grep                      | ['search/textSearch']",
                "COPILOT  | WebFetch                  | ['web/fetch']",
                "COPILOT  | WebSearch                 | []",
                "KIRO     | Read, Glob, Grep          | ['read']",
                "KIRO     | Read                      | []",
                "KIRO     | Edit, Write               | ['write']",
                "KIRO     | Edit                      | []",
                "KIRO     | Grep, WebFetch            | ['grep', 'web_fetch']",
                "KIRO     | mcp__git__*               | ['@git']",
                "FACTORY  | Edit                      | ['Edit']",
                "FACTORY  | Write, Bash               | ['Create', 'Execute']",
                "QWEN     | Agent, TodoWrite          | ['todo_write', 'task']",
            })
    void a_word_is_written_only_if_all_that_it_grants_is_granted(Dialect dialect, String tools, String written) {
        Conversion conversion = convert("tools: " + tools, dialect);

        assertThat(conversion.text()).contains("tools: " + written);
        assertThat(conversion.isWidening()).isFalse();
        if (written.equals("[]")) {
            assertThat(conversion.losses()).singleElement().asString().startsWith("the tool " + tools + " is left out");
        }
    }

    @Test
    void opencode_has_one_word_for_all_changes_of_files() {
        assertThat(convert("tools: Read, Edit", Dialect.OPENCODE).text()).contains("tools: {'*': false, 'read': true}");
        assertThat(convert("tools: Edit, Write", Dialect.OPENCODE).text()).contains("'edit': true");
        Conversion denial = convert("disallowedTools: Write", Dialect.OPENCODE);

        assertThat(denial.text()).contains("permission: {'edit': 'deny'}");
        assertThat(denial.isWidening()).isFalse();
        assertThat(denial.losses()).containsExactly("the rule that denies Write holds there for Edit, too");
    }

    @Test
    void opencode_calls_tools_of_servers_by_one_underscore() {
        Conversion denial = convert("disallowedTools: mcp__docs__*, mcp__git__push", Dialect.OPENCODE);

        assertThat(denial.text()).contains("'docs_*': 'deny', 'git_push': 'deny'");
        assertThat(denial.losses())
                .contains("the rule that denies mcp__git__push holds there for every tool called git_push, too");
        assertThat(denial.isWidening()).isFalse();
        assertThat(convert("tools: mcp__docs__find", Dialect.OPENCODE).text()).contains("'docs_find': true");
    }

    @Test
    void a_denial_is_not_written_where_the_product_knows_no_deny_list() {
        Conversion conversion = convert("disallowedTools: Bash", Dialect.COPILOT);

        assertThat(conversion.text()).doesNotContain("disallowedTools");
        assertThat(conversion.widenings()).containsExactly("Bash is no longer denied");
    }

    @Test
    void where_nothing_can_be_denied_what_is_denied_is_not_listed() {
        Conversion conversion = convert("tools: Read, Bash\ndisallowedTools: Bash", Dialect.COPILOT);

        assertThat(conversion.text()).contains("tools: ['read']");
        assertThat(conversion.isWidening()).isFalse();
    }

    @Test
    void keys_that_a_product_does_not_know_are_not_written() {
        Conversion conversion = convert("isolation: worktree\nmemory: user", Dialect.QWEN);

        assertThat(conversion.text()).doesNotContain("isolation", "memory");
        assertThat(conversion.widenings()).containsExactly("the isolation is lost");
        assertThat(conversion.losses()).contains("the memory can not be expressed");
    }

    @Test
    void an_agent_that_may_change_nothing_is_at_least_read_only_where_tools_can_not_be_listed() {
        assertThat(convert("tools: Read, Grep", Dialect.CURSOR).text()).contains("readonly: true");
        assertThat(convert("tools: Read, Grep", Dialect.CODEX).text()).contains("sandbox_mode = \"read-only\"");
        assertThat(convert("tools: Read, Bash", Dialect.CURSOR).text()).doesNotContain("readonly");
    }

    @Test
    void servers_are_written_in_the_shape_of_the_format() {
        String servers = "mcpServers: [docs, {git: {type: stdio, command: git-mcp}}]";

        assertThat(convert(servers, Dialect.GEMINI).text())
                .contains("mcp_servers: {'git': {'type': 'stdio', 'command': 'git-mcp'}}");
        assertThat(convert(servers, Dialect.CODEX).text())
                .contains("mcp_servers = {\"git\" = {\"command\" = \"git-mcp\"}}");
        assertThat(convert(servers, Dialect.CLAUDE).text()).contains("mcpServers: ['docs', {'git':");
        assertThat(convert(servers, Dialect.COPILOT).losses())
                .containsExactly("of the MCP servers, docs can not be named without its settings");
    }

    @Test
    void the_limit_of_a_server_is_translated_or_its_loss_is_a_widening() {
        AgentDefinition definition = AgentDefinition.parse(
                "x.agent.md", "---\ndescription: d\nmcp-servers: {git: {command: g, tools: [status]}}\n---\nP");

        assertThat(DefinitionConverter.convert(definition, Dialect.GEMINI).text())
                .contains("'include_tools': ['status']");
        assertThat(DefinitionConverter.convert(definition, Dialect.CLAUDE).widenings())
                .containsExactly("the server git limit to the tools [status] is lost");
    }

    @Test
    void rules_that_only_cadre_holds_to_are_told() {
        AgentDefinition definition = DefinitionReader.create()
                .read(".opencode/agents/x.md", "---\ndescription: d\npermission: {bash: {'rm *': deny}}\n---\nP")
                .orThrow();

        assertThat(DefinitionConverter.convert(definition, Dialect.CLAUDE).losses())
                .containsExactly("the permissions hold in Cadre; the product itself does not know the key");
    }

    @ParameterizedTest
    @CsvSource({"GEMINI, SE: Writer, se-writer", "FACTORY, Prüfer, prufer", "ROO, a b, a-b", "CLAUDE, kit:x, kit-x"})
    void a_name_that_the_product_refuses_is_written_in_its_form_and_told(Dialect dialect, String name, String written) {
        Conversion conversion = DefinitionConverter.convert(
                AgentDefinition.builder(name, "d", "P").build(), dialect);

        assertThat(conversion.text()).contains(written).doesNotContain("name: " + name + "\ndescription");
        assertThat(conversion.losses())
                .contains("the name \"" + name + "\" is refused there; it is written as \"" + written + "\"");
    }

    @Test
    void what_is_too_long_for_a_product_is_told() {
        AgentDefinition definition = AgentDefinition.builder("x", "d".repeat(501), "p".repeat(30_001))
                .build();

        assertThat(DefinitionConverter.convert(definition, Dialect.COPILOT).losses())
                .containsExactly("the prompt has 30001 characters; at most 30000 are taken there");
        assertThat(DefinitionConverter.convert(definition, Dialect.FACTORY).losses())
                .containsExactly("the description has 501 characters; at most 500 are taken there");
    }

    @Test
    void a_list_of_models_is_written_where_there_is_one() {
        assertThat(convert("model: [opus, sonnet]", Dialect.COPILOT).text()).contains("model: ['opus', 'sonnet']");
        Conversion conversion = convert("model: [opus, sonnet]", Dialect.GEMINI);
        assertThat(conversion.text()).contains("model: opus\n");
        assertThat(conversion.losses()).containsExactly("of the models only the first can be expressed");
    }

    @Test
    void a_limit_of_time_that_is_lost_is_a_widening() {
        AgentDefinition definition =
                AgentDefinition.parse(".gemini/agents/x.md", "---\nname: x\ndescription: d\ntimeout_mins: 5\n---\nP");

        assertThat(DefinitionConverter.convert(definition, Dialect.CLAUDE).widenings())
                .containsExactly("the time limit of PT5M is lost");
    }

    @Test
    void a_key_that_only_the_other_product_understands_is_left_out() {
        assertThat(convert("kind: remote", Dialect.GEMINI).losses())
                .containsExactly("the key \"kind\" would get a meaning there that it had not and is left out");
    }

    @Test
    void roo_says_all_tools_by_naming_its_groups() {
        Conversion conversion = convert("disallowedTools: Bash", Dialect.ROO);

        assertThat(conversion.text()).contains("groups: ['read', 'edit', 'browser', 'mcp']");
        assertThat(conversion.isWidening()).isFalse();
    }

    private static Conversion convert(String keys, Dialect dialect) {
        AgentDefinition definition =
                AgentDefinition.parse("x.md", "---\nname: x\ndescription: d\n" + keys + "\n---\nP");
        return DefinitionConverter.convert(definition, dialect);
    }
}
