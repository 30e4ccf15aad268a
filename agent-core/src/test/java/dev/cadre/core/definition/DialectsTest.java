package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {

    @ParameterizedTest
    @CsvSource({
        ".claude/agents/x.md, claude",
        "deep/er/.github/agents/x.md, copilot",
        "x.agent.md, copilot",
        "x.chatmode.md, chatmode",
        ".opencode/agents/x.md, opencode",
        ".gemini/agents/x.md, gemini",
        ".qwen/agents/x.md, qwen",
        ".factory/droids/x.md, factory",
        ".kiro/agents/team/x.md, kiro",
        ".cursor/agents/x.md, cursor",
        "skills/x/SKILL.md, skill",
        "agents/x.md, claude",
    })
    void tells_the_dialect_by_the_place(String path, String dialect) {
        assertThat(read(path, "name: x\ndescription: d").dialect().id()).isEqualTo(dialect);
    }

    @ParameterizedTest
    @CsvSource({
        "mode: subagent, opencode",
        "permission: {}, opencode",
        "max_turns: 3, gemini",
        "approvalMode: plan, qwen",
        "is_background: true, cursor",
        "user-invocable: true, copilot",
        "color: red, claude",
    })
    void tells_the_dialect_by_its_keys_where_the_place_says_nothing(String key, String dialect) {
        assertThat(read("x.md", "name: x\ndescription: d\n" + key).dialect().id())
                .isEqualTo(dialect);
    }

    @Test
    void copilot_words_mean_our_tools() {
        AgentDefinition definition = read(
                        "x.agent.md",
                        "name: 'SE: Writer'\ndescription: d\ntools: [read, edit, search, github/*, vscode/extensions]")
                .orThrow();

        assertThat(definition.name()).isEqualTo("SE: Writer");
        assertThat(tools(definition))
                .containsExactly(
                        "Read", "Edit", "Write", "NotebookEdit", "Glob", "Grep", "mcp__github__*", "vscode/extensions");
        assertThat(definition.tools()).asString().contains("[read, edit, edit, edit, search, search, github/*");
    }

    @Test
    void copilot_agents_that_may_not_call_agents_do_not() {
        assertThat(denied(read("x.agent.md", "description: d\nagents: []").orThrow()))
                .containsExactly("Agent");
        assertThat(denied(read("x.agent.md", "description: d\nagents: ['*']").orThrow()))
                .isEmpty();
        assertThat(denied(read("x.agent.md", "description: d\nagents: [a, b]").orThrow()))
                .containsExactly("Agent");
    }

    @Test
    void takes_no_blanks_around_a_file_s_name_for_a_part_of_the_name() {
        assertThat(read(".opencode/agents/ deep look .md", "description: d")
                        .orThrow()
                        .name())
                .isEqualTo("deep look");
    }

    @Test
    void opencode_switches_and_actions() {
        AgentDefinition definition = read(".opencode/agents/deep-look.md", """
                description: d
                mode: subagent
                steps: 7
                temperature: 0.2
                tools:
                  write: false
                permission:
                  webfetch: deny
                  edit: ask
                  bash:
                    "*": ask
                    "git status": allow
                    "rm *": deny
                """).orThrow();

        assertThat(definition.name()).isEqualTo("deep-look");
        assertThat(definition.tools()).isEqualTo(ToolSelection.inherit());
        assertThat(denied(definition)).containsExactly("Write", "WebFetch");
        assertThat(definition.rules().ask())
                .extracting(PermissionRule::tool)
                .containsExactly("Edit", "Write", "NotebookEdit", "Bash");
        assertThat(definition.rules().deny()).hasToString("[Bash(rm *)]");
        assertThat(definition.rules().allow()).hasToString("[Bash(git status)]");
        assertThat(definition.maxTurns()).hasValue(7);
        assertThat(definition.temperature()).hasValue(0.2);
        assertThat(definition.extensions()).containsEntry("mode", "subagent");
    }

    @Test
    void opencode_tools_that_are_switched_on_are_all_there_are() {
        AgentDefinition definition = read(".opencode/agents/x.md", "description: d\ntools: {read: true, bash: false}")
                .orThrow();

        assertThat(tools(definition)).containsExactly("Read");
        assertThat(denied(definition)).containsExactly("Bash");
    }

    @Test
    void an_unknown_action_is_an_error() {
        assertThat(errors(read(".opencode/agents/x.md", "description: d\npermission: {bash: never}")))
                .containsExactly(DiagnosticCode.PERMISSION_VALUE);
        assertThat(read(".opencode/agents/x.md", "description: d\npermission: deny")
                        .orThrow()
                        .disallowedTools())
                .hasToString("[*]");
    }

    @Test
    void gemini_names_limits_and_servers() {
        AgentDefinition definition = read(
                        ".gemini/agents/x.md",
                        "name: x\ndescription: d\ntools: [read_file, mcp_docs_*]\nmax_turns: 9\ntimeout_mins: 1.5\nkind: local")
                .orThrow();

        assertThat(tools(definition)).containsExactly("Read", "mcp__docs__*");
        assertThat(definition.maxTurns()).hasValue(9);
        assertThat(definition.timeout()).contains(Duration.ofSeconds(90));
    }

    @Test
    void qwen_modes() {
        assertThat(read(".qwen/agents/x.md", "name: x\ndescription: d\napprovalMode: auto-edit")
                        .orThrow()
                        .permissionMode())
                .contains(PermissionMode.ACCEPT_EDITS);
        assertThat(errors(read(".qwen/agents/x.md", "name: x\ndescription: d\napprovalMode: often")))
                .containsExactly(DiagnosticCode.PERMISSION_VALUE);
    }

    @Test
    void factory_categories() {
        AgentDefinition definition = read(
                        ".factory/droids/x.md", "name: x\ndescription: d\ntools: read-only\nreasoningEffort: high")
                .orThrow();

        assertThat(tools(definition)).containsExactly("Read", "Glob", "Grep");
        assertThat(definition.effort()).contains("high");
    }

    @Test
    void kiro_tags_and_approvals() {
        AgentDefinition definition = read(
                        ".kiro/agents/x.md",
                        "name: x\ndescription: d\ntools: [read, shell, '@git/status']\nallowedTools: [read]")
                .orThrow();

        assertThat(tools(definition)).containsExactly("Read", "Glob", "Grep", "Bash", "mcp__git__status");
        assertThat(definition.rules().allow()).extracting(PermissionRule::tool).containsExactly("Read", "Glob", "Grep");
    }

    @Test
    void in_opencode_a_map_that_only_switches_off_leaves_the_others_on_unless_it_switches_off_all() {
        AgentDefinition some = read(".opencode/agents/x.md", "description: d\ntools: {write: false}")
                .orThrow();
        AgentDefinition all = read(".opencode/agents/x.md", "description: d\ntools: {'*': false}")
                .orThrow();
        AgentDefinition one = read(".opencode/agents/x.md", "description: d\ntools: {'*': false, read: true}")
                .orThrow();

        assertThat(some.tools()).isEqualTo(ToolSelection.inherit());
        assertThat(denied(some)).containsExactly("Write");
        assertThat(tools(all)).isEmpty();
        assertThat(tools(one)).containsExactly("Read");
        assertThat(denied(one)).isEmpty();
    }

    @Test
    void where_the_file_names_the_agent_its_name_is_taken_as_it_is() {
        Reading reading = read(".opencode/agents/seo_Writer.v2.md", "description: d");

        assertThat(reading.orThrow().name()).isEqualTo("seo_Writer.v2");
        assertThat(reading.diagnostics()).isEmpty();
    }

    @Test
    void a_name_that_is_a_key_obeys_the_rules_for_names() {
        Reading reading = DefinitionReader.create()
                .read("agents.json", "{\"a\\nb\": {\"description\": \"d\", \"prompt\": \"p\"}}");

        assertThat(errors(reading)).containsExactly(DiagnosticCode.NAME_INVALID);
    }

    @Test
    void cursor_readonly_denies_what_changes_something() {
        assertThat(denied(read(".cursor/agents/x.md", "name: x\ndescription: d\nreadonly: true")
                        .orThrow()))
                .containsExactly("Edit", "Write", "NotebookEdit", "Bash");
    }

    @Test
    void a_restriction_of_another_dialect_is_an_error() {
        assertThat(errors(read(".claude/agents/x.md", "name: x\ndescription: d\nreadonly: true")))
                .containsExactly(DiagnosticCode.KEY_MISSPELLED_RESTRICTION);
        assertThat(errors(read(".gemini/agents/x.md", "name: x\ndescription: d\npermissionMode: plan")))
                .containsExactly(DiagnosticCode.KEY_MISSPELLED_RESTRICTION);
    }

    @Test
    void a_skill_restricts_nothing_and_wishes_for_approvals() {
        Reading reading = read("a/SKILL.md", "name: x\ndescription: d\nallowed-tools: Read, Grep");

        assertThat(reading.dialect()).isEqualTo(Dialect.SKILL);
        assertThat(reading.orThrow().tools()).isEqualTo(ToolSelection.inherit());
        assertThat(reading.orThrow().rules().allow()).hasToString("[Read, Grep]");
    }

    @Test
    void approvals_of_a_skill_are_parted_by_blanks_outside_of_parentheses() {
        Reading reading =
                read("x/SKILL.md", "name: x\ndescription: d\nallowed-tools: Read Bash(git add *) Bash(npm:*)");

        assertThat(reading.orThrow().rules().allow()).hasToString("[Read, Bash(git add *), Bash(npm:*)]");
        assertThat(reading.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ".gemini/agents/x.md, gemini",
        ".github/agents/x.agent.md, copilot",
        ".codex/agents/x.toml, codex",
        "role.toml, codex",
        ".kiro/agents/x.json, kiro",
        "agents.json, claude-json",
        "opencode.json, opencode",
        ".roomodes, roo",
        "x/SKILL.md, skill",
        "agents/x.md, claude",
    })
    void tells_the_dialect_of_a_source_that_can_not_be_read(String path, String dialect) {
        byte[] broken = {'-', '-', '-', '\n', 'a', ':', ' ', '[', '\n', '-', '-', '-', '\n'};
        byte[] notUtf8 = {'-', '-', '-', '\n', 'a', ':', ' ', (byte) 0xff};

        assertThat(DefinitionReader.create().read(path, broken).dialect().id()).isEqualTo(dialect);
        assertThat(DefinitionReader.create().read(path, notUtf8).dialect().id()).isEqualTo(dialect);
    }

    private static Reading read(String name, String keys) {
        return DefinitionReader.create().read(name, "---\n" + keys.strip() + "\n---\nBody\n");
    }

    private static List<String> tools(AgentDefinition definition) {
        return names(((ToolSelection.Only) definition.tools()).entries());
    }

    private static List<String> denied(AgentDefinition definition) {
        return names(definition.disallowedTools());
    }

    private static List<String> names(List<PermissionRule> rules) {
        return rules.stream().map(PermissionRule::tool).toList();
    }
}
