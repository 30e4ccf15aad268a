package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kiro's rules by capability, and its older limits by tool. */
class KiroRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{capability: fs_read, effect: deny, match: [.env]}              | [Read(.env)]",
                "{capability: fs_write, effect: deny, match: ['src/**', a.md]}   | [Edit(src/**), Edit(a.md)]",
                "{capability: fs_write, effect: deny}                            | [Edit, Write, NotebookEdit]",
                "{capability: filesystem, effect: deny, match: [.env]}           | [Read(.env), Edit(.env)]",
                "{capability: shell, effect: deny, match: ['rm *', '*']}         | [Bash]",
                "{capability: mcp, effect: deny, match: [git/push, 'docs/*']}    | [mcp__git__push, mcp__docs__*]",
                "{capability: mcp, effect: deny}                                 | [mcp__*]",
                "{capability: web_search, effect: deny}                          | [WebSearch]",
                "{capability: subagent, effect: deny, match: [planner]}          | [Agent(planner)]",
                "{capability: read, effect: deny, match: [.env]}                 | [Read(.env)]",
                "{capability: write, effect: deny}                               | [Edit, Write, NotebookEdit]",
                "{capability: all, effect: deny}                                 | [*]",
            })
    void a_denied_capability_denies_its_tools(String rule, String expected) {
        Reading reading = read("permissions: [" + rule + "]");

        assertThat(reading.orThrow().rules().deny()).hasToString(expected);
        assertThat(reading.diagnostics()).isEmpty();
    }

    @Test
    void deny_ask_and_allow_stand_side_by_side() {
        AgentDefinition definition = read("""
                permissions:
                  - {capability: shell, effect: allow, match: ['npm *']}
                  - {capability: shell, effect: deny, match: ['rm *']}
                  - {capability: fs_write, effect: ask}
                """).orThrow();

        assertThat(definition.rules().allow()).hasToString("[Bash(npm *)]");
        assertThat(definition.rules().deny()).hasToString("[Bash(rm *)]");
        assertThat(definition.rules().ask()).hasToString("[Edit, Write, NotebookEdit]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{capability: shell, effect: deny, exclude: ['git *']}            | [Bash]",
                "{capability: web_fetch, effect: deny, match: ['https://a.b/*']}  | [WebFetch]",
            })
    void what_can_not_be_said_exactly_is_held_more_strictly(String rule, String denied) {
        Reading reading = read("permissions: [" + rule + "]");

        assertThat(reading.orThrow().rules().deny()).hasToString(denied);
        assertThat(codes(reading)).containsExactly(DiagnosticCode.PERMISSION_INEXACT);
    }

    @Test
    void an_approval_with_an_exemption_approves_nothing() {
        Reading reading = read("permissions: [{capability: shell, effect: allow, exclude: ['git push *']}]");

        assertThat(reading.orThrow().rules().allow()).isEmpty();
        assertThat(codes(reading)).containsExactly(DiagnosticCode.PERMISSION_INEXACT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{capability: shel, effect: deny}]                | permission/value",
                "[{capability: shell, effect: never}]              | permission/value",
                "[{capability: shell}]                             | permission/value",
                "[{capability: shell, effect: deny, mach: [a]}]    | permission/key",
                "{network: false}                                  | permission/value",
                "[shell]                                           | permission/value",
                "                                                  | permission/value",
            })
    void a_rule_that_can_not_be_read_is_an_error(String value, String code) {
        assertThat(errors(read("permissions: " + (value == null ? "" : value))))
                .extracting(DiagnosticCode::id)
                .containsExactly(code);
    }

    @Test
    void older_limits_by_tool_hold() {
        Reading reading = read("""
                toolsSettings:
                  read: {deniedPaths: [.env], allowedPaths: ['src/**']}
                  write: {deniedPaths: ['node_modules/**']}
                  shell: {deniedCommands: ['rm .*', sudo], autoAllowReadonly: true}
                """);

        assertThat(reading.orThrow().rules().deny())
                .hasToString("[Read(.env), Edit(node_modules/**), Bash(rm *), Bash(sudo*)]");
        assertThat(reading.orThrow().extensions()).containsKey("toolsSettings");
        assertThat(reading.diagnostics()).isEmpty();
    }

    @Test
    void an_older_limit_that_can_not_be_said_denies_the_whole_tool_or_is_told_to_be_lost() {
        Reading whole = read("toolsSettings: {shell: {denyByDefault: true, allowedCommands: [git status]}}");
        Reading regular = read("toolsSettings: {execute_bash: {deniedCommands: ['(rm|mv) .*']}}");
        Reading lost = read("toolsSettings: {aws: {deniedServices: [iam]}}");

        assertThat(whole.orThrow().rules().deny()).hasToString("[Bash]");
        assertThat(codes(whole)).containsExactly(DiagnosticCode.PERMISSION_INEXACT);
        assertThat(regular.orThrow().rules().deny()).hasToString("[Bash]");
        assertThat(codes(lost)).containsExactly(DiagnosticCode.PERMISSION_LOST);
    }

    @Test
    void tags_name_whole_groups() {
        AgentDefinition definition = read("tools: ['@builtin', '@mcp']").orThrow();

        assertThat(((ToolSelection.Only) definition.tools()).entries())
                .extracting(PermissionRule::tool)
                .contains("Read", "Write", "Bash", "mcp__*")
                .doesNotContain("NotebookEdit");
    }

    @Test
    void a_prompt_in_another_file_is_not_read_and_told() {
        Reading reading = DefinitionReader.create()
                .read(".kiro/agents/x.json", "{\"description\": \"d\", \"prompt\": \"file://./x.md\"}");

        assertThat(codes(reading)).containsExactly(DiagnosticCode.PROMPT_REFERENCE);
    }

    private static Reading read(String keys) {
        return DefinitionReader.create().read(".kiro/agents/x.md", "---\ndescription: d\n" + keys + "\n---\nBody\n");
    }

    private static List<DiagnosticCode> codes(Reading reading) {
        return reading.diagnostics().stream().map(Diagnostic::code).toList();
    }
}
