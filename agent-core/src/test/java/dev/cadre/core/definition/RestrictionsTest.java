package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.tools.permission.ToolSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What restricts an agent is read exactly, or the definition does not load. */
class RestrictionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools: Read, Grep                      | [Read, Grep]",
                "tools: Read,Grep,                      | [Read, Grep]",
                "tools: [Read, Grep]                    | [Read, Grep]",
                "tools: [\"Read\", 'Grep']              | [Read, Grep]",
                "tools: '[\"Read\", \"Grep\"]'          | [Read, Grep]",
                "tools: [Read, \"Edit, Write\"]         | [Read, Edit, Write]",
                "tools: []                              | []",
                "tools: ''                              | []",
                "tools: {}                              | []",
                "tools: {allow: [Read]}                 | [Read]",
                "tools: {allow: Read}                   | [Read]",
                "tools: {read: true, bash: true}        | [read, bash]",
                "tools: Agent(a, b), Read               | [Agent(a, b), Read]",
                "tools: Bash(git status:*)              | [Bash(git status:*)]",
                "tools: mcp__github__*, mcp__x          | [mcp__github__*, mcp__x]",
                "tools: '*'                             | [*]",
            })
    void reads_every_shape_of_tools(String line, String expected) {
        AgentDefinition definition = read(line).orThrow();

        assertThat(((ToolSelection.Only) definition.tools()).entries()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp__*", "mcp__git*", "mcp__*__read"})
    void grants_nothing_for_a_wildcard_in_the_place_of_a_server(String name) {
        Reading granting = read("tools: [Read, '" + name + "']");
        Reading denying = read("disallowedTools: '" + name + "'");

        assertThat(((ToolSelection.Only) granting.orThrow().tools()).entries()).hasToString("[Read]");
        assertThat(granting.diagnostics())
                .extracting(Diagnostic::message)
                .contains("\"" + name + "\" in \"tools\" names no server; it grants nothing");
        assertThat(denying.orThrow().disallowedTools()).hasToString("[" + name + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n (x), v", "\n\n (x)", " (x)"})
    void a_line_below_a_restriction_does_not_narrow_it(String noise) {
        assertThat(errors(read("disallowedTools: Write" + noise))).containsExactly(DiagnosticCode.TOOLS_SYNTAX);
    }

    @Test
    void absent_empty_and_null_differ() {
        assertThat(read("color: red").orThrow().tools()).isEqualTo(ToolSelection.inherit());
        assertThat(errors(read("tools:"))).containsExactly(DiagnosticCode.TOOLS_NULL);
        assertThat(errors(read("tools: ~"))).containsExactly(DiagnosticCode.TOOLS_NULL);
        assertThat(errors(read("disallowedTools: null"))).containsExactly(DiagnosticCode.TOOLS_NULL);
        assertThat(errors(read("tools: {allow: }"))).containsExactly(DiagnosticCode.TOOLS_NULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools: true",
                "tools: {allow: [Read], deni: [Bash]}",
                "tools: [[Read]]",
                "tools: [true]",
                "tools: {allow: {Read: yes}}",
            })
    void refuses_other_shapes_of_tools(String line) {
        assertThat(errors(read(line))).contains(DiagnosticCode.TOOLS_SHAPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools: Read, Bash(git status:*",
                "tools: Bash()",
                "disallowedTools: Bash(rm",
                "disallowedTools: Web Fetch",
            })
    void refuses_entries_that_are_no_rules(String line) {
        assertThat(errors(read(line))).containsExactly(DiagnosticCode.TOOLS_SYNTAX);
    }

    @Test
    void an_unknown_tool_grants_nothing_and_a_misspelt_denial_is_an_error() {
        assertThat(read("tools: Read, Frobnicate").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.TOOLS_UNKNOWN);
        assertThat(errors(read("disallowedTools: Bsah"))).containsExactly(DiagnosticCode.TOOLS_UNKNOWN);
        assertThat(read("disallowedTools: Frobnicate").definition()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "allowed-tools, tools",
        "allowedTools, tools",
        "allowed_tools, tools",
        "Tools, tools",
        "tool, tools",
        "disallowed-tools, disallowedTools",
        "denyTools, disallowedTools",
        "permission-mode, permissionMode",
        "permission_mode, permissionMode",
        "permision, permissions",
    })
    void a_misspelt_restriction_is_an_error_with_a_fix(String written, String meant) {
        Reading reading = read(written + ": Read");

        assertThat(errors(reading)).containsExactly(DiagnosticCode.KEY_MISSPELLED_RESTRICTION);
        Diagnostic problem = reading.diagnostics().get(0);
        assertThat(problem.fix().orElseThrow().edits()).singleElement().satisfies(edit -> {
            assertThat(edit.replacement()).isEqualTo(meant);
            assertThat(reading.source().text().substring(edit.offset(), edit.endOffset()))
                    .isEqualTo(written);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "'false'", "0", "~", "[false]", "False"})
    void permissions_are_exactly_true_or_false(String value) {
        Reading reading = read("tools: {allow: [Read], permissions: {network: " + value + "}}");

        assertThat(errors(reading)).containsExactly(DiagnosticCode.PERMISSION_VALUE);
    }

    @Test
    void an_unknown_permission_is_an_error() {
        assertThat(errors(read("permissions: {netwrk: false}"))).containsExactly(DiagnosticCode.PERMISSION_KEY);
    }

    @Test
    void reads_rules_of_the_permissions_map() {
        AgentDefinition definition =
                read("permissions: {deny: [\"Read(.env)\"], ask: Bash, allow: [\"Bash(git status:*)\"]}")
                        .orThrow();

        assertThat(definition.rules().deny()).hasToString("[Read(.env)]");
        assertThat(definition.rules().ask()).hasToString("[Bash]");
        assertThat(definition.rules().allow()).hasToString("[Bash(git status:*)]");
        assertThat(errors(read("permissions: {allow: ['*']}"))).containsExactly(DiagnosticCode.TOOLS_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "Plan", "yolo", "ask"})
    void an_unknown_mode_is_an_error(String word) {
        assertThat(errors(read("permissionMode: " + word))).containsExactly(DiagnosticCode.PERMISSION_MODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1.5", "ten", "99999999999", "[3]"})
    void a_turn_limit_is_a_whole_number_of_at_least_one(String value) {
        assertThat(errors(read("maxTurns: " + value))).containsExactly(DiagnosticCode.VALUE_RANGE);
    }

    @Test
    void restrictions_written_twice_must_agree() {
        assertThat(errors(read("tools: Read\ntools: Bash"))).containsExactly(DiagnosticCode.YAML_DUPLICATE_KEY);
        assertThat(read("tools: Read\ntools: Read").definition()).isPresent();
        assertThat(errors(read("tools: {permissions: {network: false, network: true}}")))
                .containsExactly(DiagnosticCode.YAML_DUPLICATE_KEY);
    }

    @Test
    void restrictions_are_never_recovered_and_never_swallowed() {
        assertThat(errors(read("tools: Read: Write"))).containsExactly(DiagnosticCode.YAML_SYNTAX);
        assertThat(errors(read("tools: *"))).containsExactly(DiagnosticCode.YAML_SYNTAX);
        assertThat(errors(read("note: use: it\n  tools: Read"))).containsExactly(DiagnosticCode.YAML_SYNTAX);
        assertThat(errors(reread("description: use: it\n  disallowedTools: Bash")))
                .containsExactly(DiagnosticCode.YAML_SYNTAX);
    }

    @Test
    void prose_that_looks_like_a_key_inside_a_block_changes_nothing() {
        AgentDefinition definition = reread("description: >\n  Text\n  tools: Bash, Write\ntools: Read")
                .orThrow();

        assertThat(((ToolSelection.Only) definition.tools()).entries()).hasToString("[Read]");
        assertThat(reread("description: x --- y\ntools: Read").orThrow().tools())
                .asString()
                .contains("[Read]");
        assertThat(reread("description: d\nmetadata:\n  name: evil\n  model: opus\n  tools: Bash")
                        .orThrow()
                        .name())
                .isEqualTo("x");
    }

    private static Reading read(String line) {
        return reread("description: d\n" + line);
    }

    private static Reading reread(String keys) {
        return DefinitionReader.create().read("x.md", DefinitionReaderTest.file(keys));
    }
}
