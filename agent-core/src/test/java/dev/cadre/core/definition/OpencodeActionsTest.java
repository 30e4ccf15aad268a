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

/** In opencode the last match wins; here the stricter. */
class OpencodeActionsTest {

    @Test
    void what_is_opened_behind_a_denial_of_all_is_all_there_is() {
        AgentDefinition definition = read("permission:\n  \"*\": deny\n  read: allow\n  webfetch: ask")
                .orThrow();

        assertThat(tools(definition)).containsExactly("Read", "WebFetch");
        assertThat(definition.disallowedTools()).isEmpty();
        assertThat(definition.rules().ask()).extracting(PermissionRule::tool).containsExactly("WebFetch");
    }

    @Test
    void what_stands_before_a_denial_of_all_is_closed_by_it() {
        assertThat(tools(read("permission:\n  bash: allow\n  \"*\": deny\n  read: allow")
                        .orThrow()))
                .containsExactly("Read");
    }

    @Test
    void a_list_of_tools_and_a_denial_of_all_leave_what_both_leave_in_whatever_order() {
        String list = "tools: {\"*\": false, read: true, grep: true}";
        String actions = "permission: {\"*\": deny, read: allow, bash: allow}";

        assertThat(tools(read(list + "\n" + actions).orThrow())).containsExactly("Read");
        assertThat(tools(read(actions + "\n" + list).orThrow())).containsExactly("Read");
    }

    @Test
    void commands_that_are_opened_behind_a_denial_limit_the_shell_to_them() {
        AgentDefinition definition =
                read("permission:\n  \"*\": deny\n  bash:\n    \"git *\": allow\n    \"git push *\": deny")
                        .orThrow();

        assertThat(definition.tools()).hasToString("Only[entries=[Bash(git *)]]");
        assertThat(definition.rules().deny()).hasToString("[Bash(git push *)]");
    }

    @Test
    void commands_that_are_opened_again_can_not_be_said_where_all_tools_are_inherited_so_they_stay_closed() {
        Reading reading = read("permission:\n  bash:\n    \"*\": deny\n    \"git *\": allow");

        assertThat(codes(reading)).containsExactly(DiagnosticCode.PERMISSION_ORDER);
        assertThat(reading.orThrow().tools()).isEqualTo(ToolSelection.inherit());
        assertThat(reading.orThrow().disallowedTools())
                .extracting(PermissionRule::tool)
                .containsExactly("Bash");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permission: {bash: deny, '*': allow}           | true",
                "permission: {bash: {'rm *': deny, '*': ask}}   | true",
                "permission: {bash: {'*': ask, 'rm *': deny}}   | false",
                "permission: {'*': ask, bash: deny}             | false",
                "permission: {read: deny, bash: allow}          | false",
            })
    void a_later_rule_that_loosens_an_earlier_one_is_told(String line, boolean told) {
        Reading reading = read(line);

        assertThat(reading.definition()).isPresent();
        assertThat(codes(reading)).isEqualTo(told ? List.of(DiagnosticCode.PERMISSION_ORDER) : List.of());
    }

    @Test
    void conditions_of_a_run_are_no_tools_and_are_told() {
        Reading reading = read("permission: {external_directory: deny, doom_loop: allow}");

        assertThat(codes(reading)).containsExactly(DiagnosticCode.PERMISSION_LOST);
        assertThat(reading.orThrow().disallowedTools()).isEmpty();
    }

    @Test
    void a_denied_edit_is_every_change_of_files() {
        assertThat(read("permission: {edit: deny}").orThrow().disallowedTools())
                .extracting(PermissionRule::tool)
                .containsExactly("Edit", "Write", "NotebookEdit");
    }

    @Test
    void tools_of_servers_stand_behind_an_underscore() {
        AgentDefinition granted = read("tools: {\"*\": false, docs_find: true, \"github_*\": true}")
                .orThrow();
        AgentDefinition denied =
                read("tools: {\"docs_*\": false, my_srv_find: false}").orThrow();

        assertThat(tools(granted)).containsExactly("mcp__docs__find", "mcp__github__*");
        assertThat(denied.disallowedTools())
                .extracting(PermissionRule::tool)
                .contains("mcp__docs__*", "mcp__my__srv_find", "mcp__my_srv__find");
    }

    @Test
    void a_misspelt_tool_is_no_server() {
        assertThat(errors(read("tools: {write_flie: false}"))).containsExactly(DiagnosticCode.TOOLS_UNKNOWN);
    }

    @Test
    void an_agent_that_is_switched_off_says_so() {
        Reading reading = read("disable: true");

        assertThat(codes(reading)).containsExactly(DiagnosticCode.FILE_SWITCHED_OFF);
        assertThat(reading.orThrow().extensions()).containsEntry("disable", true);
        assertThat(read("disable: false").diagnostics()).isEmpty();
    }

    @Test
    void of_two_limits_of_turns_the_lower_holds() {
        assertThat(read("steps: 5\nmaxSteps: 50").orThrow().maxTurns()).hasValue(5);
    }

    private static Reading read(String keys) {
        return DefinitionReader.create()
                .read(".opencode/agents/x.md", "---\ndescription: d\n" + keys + "\n---\nBody\n");
    }

    private static List<String> tools(AgentDefinition definition) {
        return ((ToolSelection.Only) definition.tools())
                .entries().stream().map(PermissionRule::tool).toList();
    }

    private static List<DiagnosticCode> codes(Reading reading) {
        return reading.diagnostics().stream().map(Diagnostic::code).toList();
    }
}
