package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every documented key of every format is read or kept, and a value that its product does not understand is told. */
class DialectKeysTest {

    private static final String CLAUDE = ".claude/agents/x.md";
    private static final String COPILOT = "x.agent.md";
    private static final String OPENCODE = ".opencode/agents/x.md";
    private static final String GEMINI = ".gemini/agents/x.md";
    private static final String QWEN = ".qwen/agents/x.md";
    private static final String FACTORY = ".factory/droids/x.md";
    private static final String KIRO = ".kiro/agents/x.md";
    private static final String SKILL = "x/SKILL.md";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLAUDE + "   | effort: huge                        | value/unknown",
                CLAUDE + "   | memory: everywhere                  | value/unknown",
                CLAUDE + "   | color: mauve                        | value/unknown",
                CLAUDE + "   | model: sonet                        | value/unknown",
                CLAUDE + "   | model: Opus                         | value/unknown",
                CLAUDE + "   | experimental: {cacheTtl: 2h}        | value/unknown",
                CLAUDE + "   | isolation: container                | value/type",
                CLAUDE + "   | background: perhaps                 | value/type",
                CLAUDE + "   | hooks: [a]                          | value/type",
                CLAUDE + "   | skills: {a: b}                      | value/type",
                CLAUDE + "   | mcpServers: [{name: git}]           | value/type",
                CLAUDE + "   | omitClaudeMd: 2                     | value/type",
                CLAUDE + "   | initialPrompt: [a]                  | value/type",
                COPILOT + "  | target: vim                         | value/unknown",
                COPILOT + "  | user-invocable: often               | value/type",
                COPILOT + "  | infer: [a]                          | value/type",
                COPILOT + "  | metadata: text                      | value/type",
                COPILOT + "  | handoffs: reviewer                  | value/type",
                COPILOT + "  | mcp-servers: {a: b}                 | value/type",
                OPENCODE + " | mode: secondary                     | value/unknown",
                OPENCODE + " | color: mauve                        | value/unknown",
                OPENCODE + " | top_p: high                         | value/type",
                OPENCODE + " | hidden: maybe                       | value/type",
                OPENCODE + " | disable: maybe                      | value/type",
                OPENCODE + " | temperature: hot                    | value/range",
                OPENCODE + " | steps: 0                            | value/range",
                OPENCODE + " | tools: [read]                       | tools/lenient",
                GEMINI + "   | kind: distant                       | value/unknown",
                GEMINI + "   | kind: remote                        | file/not-an-agent",
                GEMINI + "   | display_name: [a]                   | value/type",
                GEMINI + "   | timeout_mins: ten                   | value/range",
                GEMINI + "   | timeout_mins: 0                     | value/range",
                GEMINI + "   | max_turns: many                     | value/range",
                GEMINI + "   | tools: 'read_file, glob'            | tools/lenient",
                GEMINI + "   | tools: [Read]                       | tools/lenient",
                GEMINI + "   | tools: [invoke_agent]               | tools/never",
                QWEN + "     | approvalMode: often                 | permission/value",
                QWEN + "     | runConfig: {max_turns: none}        | value/range",
                QWEN + "     | runConfig: {turns: 3}               | key/unknown",
                QWEN + "     | modelConfig: text                   | value/type",
                FACTORY + "  | tools: [Bash]                       | tools/lenient",
                FACTORY + "  | reasoningEffort: huge               | value/unknown",
                KIRO + "     | resources: file://a.md              | value/type",
                KIRO + "     | toolAliases: [a]                    | value/type",
                KIRO + "     | includeMcpJson: never               | value/type",
                KIRO + "     | toolsSettings: [a]                  | value/type",
                KIRO + "     | allowedTools: ['*']                 | value/inert",
                SKILL + "    | context: spoon                      | value/unknown",
                SKILL + "    | metadata: text                      | value/type",
                SKILL + "    | user-invocable: often               | value/type",
            })
    void a_value_that_the_product_does_not_understand_is_told(String source, String line, String code) {
        assertThat(codes(read(source, line))).extracting(DiagnosticCode::id).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLAUDE + "   | experimental: {cacheTtl: 5m}",
                CLAUDE + "   | effort: xhigh",
                CLAUDE + "   | mcpServers: [docs, {git: {command: g}}]",
                COPILOT + "  | target: vscode",
                COPILOT + "  | handoffs: [{label: a, agent: b}]",
                COPILOT + "  | mcp-servers: {git: {type: local, command: g, tools: ['*']}}",
                OPENCODE + " | color: '#ff0000'",
                OPENCODE + " | color: accent",
                OPENCODE + " | top_p: 0.9",
                OPENCODE + " | options: {a: b}",
                GEMINI + "   | kind: local",
                GEMINI + "   | mcpServers: {git: {command: g}}",
                GEMINI + "   | tools: [read_file, mcp_docs_find, '*']",
                QWEN + "     | modelConfig: {temp: 0.5, model: m}",
                FACTORY + "  | tools: [Read, ApplyPatch]",
                FACTORY + "  | tools: edit",
                KIRO + "     | resources: [file://a.md, skill://b]",
                KIRO + "     | keyboardShortcut: ctrl+a",
                SKILL + "    | context: fork",
                SKILL + "    | allowed-tools: Read",
            })
    void a_value_as_documented_is_no_finding(String source, String line) {
        assertThat(read(source, line).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {GEMINI, "x.toml"})
    void a_key_that_spoils_the_file_for_its_product_is_told_so(String source) {
        Reading reading = source.equals(GEMINI)
                ? read(GEMINI, "vibe: calm")
                : DefinitionReader.create()
                        .read(source, "name='x'\ndescription='d'\ndeveloper_instructions='P'\nvibe='calm'");

        assertThat(reading.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.KEY_UNKNOWN);
            assertThat(problem.message()).contains("refuses the file");
        });
    }

    @Test
    void limits_of_a_qwen_run_hold_and_the_lower_counts() {
        AgentDefinition definition = read(QWEN, "maxTurns: 9\nrunConfig: {max_turns: 5, max_time_minutes: 2}")
                .orThrow();

        assertThat(definition.maxTurns()).hasValue(5);
        assertThat(definition.timeout()).contains(Duration.ofMinutes(2));
        assertThat(definition.extensions()).containsKey("runConfig");
    }

    @Test
    void two_keys_for_the_mode_must_agree() {
        assertThat(errors(read(QWEN, "approvalMode: yolo\npermissionMode: plan")))
                .containsExactly(DiagnosticCode.PERMISSION_MODE);
        assertThat(read(QWEN, "approvalMode: plan\npermissionMode: plan")
                        .orThrow()
                        .permissionMode())
                .contains(PermissionMode.PLAN);
    }

    @Test
    void a_droid_without_servers_gets_none_and_one_with_some_gets_no_others() {
        assertThat(read(FACTORY, "mcpServers: []").orThrow().capabilities().mcp())
                .isEqualTo(Capabilities.Setting.DENY);
        assertThat(read(FACTORY, "mcpServers: [git]\ntools: [Read, mcp]")
                        .orThrow()
                        .tools())
                .hasToString("Only[entries=[Read, mcp__git__*]]");
        Reading inexact = read(FACTORY, "mcpServers: [git]");
        assertThat(codes(inexact)).containsExactly(DiagnosticCode.PERMISSION_INEXACT);
        assertThat(inexact.orThrow().capabilities().mcp()).isEqualTo(Capabilities.Setting.DENY);
    }

    @Test
    void an_id_of_a_droid_is_one_tool_and_a_category_is_all_of_it() {
        assertThat(tools(read(FACTORY, "tools: [Edit]").orThrow())).containsExactly("Edit");
        assertThat(tools(read(FACTORY, "tools: edit").orThrow())).containsExactly("Edit", "Write");
    }

    @Test
    void codex_words_that_restrict_hold() {
        AgentDefinition definition = codex("approval_policy = \"untrusted\"\nweb_search = \"disabled\"")
                .orThrow();

        assertThat(definition.permissionMode()).contains(PermissionMode.DEFAULT);
        assertThat(definition.disallowedTools())
                .extracting(PermissionRule::tool)
                .containsExactly("WebSearch");
        assertThat(codes(codex("approval_policy = \"never\""))).containsExactly(DiagnosticCode.VALUE_INERT);
        assertThat(errors(codex("approval_policy = \"nevr\""))).containsExactly(DiagnosticCode.PERMISSION_VALUE);
        assertThat(errors(codex("web_search = \"of\""))).containsExactly(DiagnosticCode.PERMISSION_VALUE);
        assertThat(errors(codex("sandboxMode = \"read-only\"")))
                .containsExactly(DiagnosticCode.KEY_MISSPELLED_RESTRICTION);
    }

    @Test
    void roo_modes_without_groups_get_no_tool() {
        Reading reading = roo("");

        assertThat(tools(reading.orThrow())).isEmpty();
        assertThat(codes(reading)).containsExactly(DiagnosticCode.TOOLS_LENIENT);
        assertThat(tools(
                        roo("    groups: [[read, {description: d}], command]\n").orThrow()))
                .containsExactly("Read", "Glob", "Grep", "Bash");
        assertThat(errors(roo("    groups: read\n"))).containsExactly(DiagnosticCode.PERMISSION_VALUE);
    }

    @Test
    void chosen_agents_limit_the_tool_that_calls_them_where_tools_are_listed() {
        AgentDefinition definition =
                read(COPILOT, "agents: [planner, tester]\ntools: [read, agent]").orThrow();

        assertThat(((ToolSelection.Only) definition.tools()).entries())
                .contains(PermissionRule.parse("Agent(planner, tester)"))
                .doesNotContain(PermissionRule.parse("Agent"));
        assertThat(definition.disallowedTools()).isEmpty();
    }

    @Test
    void rules_of_several_keys_add_up() {
        AgentDefinition definition = read(
                        CLAUDE,
                        "tools: {permissions: {deny: [Bash]}}\npermissions: {deny: ['Read(.env)'], ask: [Edit]}")
                .orThrow();

        assertThat(definition.rules().deny()).hasToString("[Bash, Read(.env)]");
        assertThat(definition.rules().ask()).hasToString("[Edit]");
    }

    @Test
    void a_body_counts_before_a_key_for_the_prompt() {
        Reading reading = read(OPENCODE, "prompt: Other");

        assertThat(reading.orThrow().prompt()).isEqualTo("Body\n");
        assertThat(codes(reading)).containsExactly(DiagnosticCode.PROMPT_TWICE);
    }

    @Test
    void a_mode_in_the_agent_of_a_plugin_holds_and_is_told() {
        Reading reading = DefinitionReader.create()
                .with(Dialect.CLAUDE_PLUGIN)
                .read("x.md", DefinitionReaderTest.file("description: d\npermissionMode: plan"));

        assertThat(reading.orThrow().permissionMode()).contains(PermissionMode.PLAN);
        assertThat(codes(reading)).containsExactly(DiagnosticCode.VALUE_INERT);
    }

    @Test
    void a_context_file_with_a_frontmatter_is_an_agent_only_if_it_describes_one() {
        assertThat(errors(DefinitionReader.create().read("AGENTS.md", "---\ntitle: Rules\n---\nBuild.")))
                .containsExactly(DiagnosticCode.FILE_NOT_AN_AGENT);
        assertThat(DefinitionReader.create()
                        .read("looker/AGENTS.md", "---\nname: looker\ndescription: Looks\n---\nLook.")
                        .orThrow()
                        .name())
                .isEqualTo("looker");
    }

    @ParameterizedTest
    @CsvSource({GEMINI + ", SE Writer", FACTORY + ", Prüfer"})
    void a_name_that_the_product_refuses_is_told(String source, String name) {
        Reading reading =
                DefinitionReader.create().read(source, "---\nname: " + name + "\ndescription: d\n---\nBody\n");

        assertThat(codes(reading)).containsExactly(DiagnosticCode.NAME_STYLE);
    }

    private static Reading read(String source, String keys) {
        String name = source.equals(COPILOT) || source.equals(OPENCODE) || source.equals(KIRO) ? "" : "name: x\n";
        return DefinitionReader.create().read(source, "---\n" + name + "description: d\n" + keys + "\n---\nBody\n");
    }

    private static Reading codex(String keys) {
        return DefinitionReader.create()
                .read("x.toml", "name = \"x\"\ndescription = \"d\"\ndeveloper_instructions = \"P\"\n" + keys + "\n");
    }

    private static Reading roo(String groups) {
        return DefinitionReader.create()
                .read(
                        ".roomodes",
                        "customModes:\n  - slug: x\n    name: X\n    description: d\n" + "    roleDefinition: P\n"
                                + groups);
    }

    private static List<String> tools(AgentDefinition definition) {
        return ((ToolSelection.Only) definition.tools())
                .entries().stream().map(PermissionRule::tool).toList();
    }

    private static List<DiagnosticCode> codes(Reading reading) {
        return reading.diagnostics().stream().map(Diagnostic::code).toList();
    }
}
