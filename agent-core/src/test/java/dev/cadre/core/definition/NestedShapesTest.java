package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in values that are kept as they are is held against what their product understands. */
class NestedShapesTest {

    private static final String CLAUDE = ".claude/agents/x.md";
    private static final String COPILOT = "x.agent.md";
    private static final String FACTORY = ".factory/droids/x.md";
    private static final String CURSOR = ".cursor/agents/x.md";
    private static final String GEMINI = ".gemini/agents/x.md";
    private static final String KIRO = ".kiro/agents/x.md";
    private static final String OPENCODE = ".opencode/agents/x.md";
    private static final String SKILL = "x/SKILL.md";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLAUDE + " | hooks: {PreTooluse: []}                                    | key/unknown",
                CLAUDE + " | hooks: {Whenever: []}                                      | key/unknown",
                CLAUDE + " | hooks: {PreToolUse: {matcher: Bash}}                       | value/type",
                CLAUDE + " | hooks: {Stop: [{hook: []}]}                                | key/missing",
                CLAUDE + " | hooks: {Stop: [{hooks: {type: command}}]}                  | value/type",
                CLAUDE + " | hooks: {Stop: [{hooks: [{type: shell, command: x}]}]}      | value/unknown",
                CLAUDE + " | hooks: {Stop: [{hooks: [{command: x}]}]}                   | key/missing",
                CLAUDE + " | hooks: {Stop: [{hooks: [{type: command}]}]}                | key/missing",
                CLAUDE + " | hooks: {Stop: [{hooks: [{type: http, command: x}]}]}       | key/missing",
                CLAUDE + " | hooks: {Stop: [{hooks: [{type: prompt, prompt: x, timeout: long}]}]} | value/type",
                CLAUDE + " | hooks: {Stop: [{matcher: [a], hooks: []}]}                 | value/type",
                CLAUDE + " | mcpServers: [{a: {type: carrier-pigeon}}]                  | value/unknown",
                CLAUDE + " | mcpServers: [{a: {}}]                                      | key/missing",
                CLAUDE + " | mcpServers: [{a: {type: stdio, url: u}}]                   | key/missing",
                CLAUDE + " | mcpServers: [{a: {type: sse}}]                             | key/missing",
                CLAUDE + " | mcpServers: [{a: {command: [x]}}]                          | value/type",
                CLAUDE + " | mcpServers: [{a: {command: x, args: y}}]                   | value/type",
                CLAUDE + " | mcpServers: [{a: {command: x, env: [A]}}]                  | value/type",
                CLAUDE + " | mcpServers: [{a: {comand: x}}]                             | key/unknown",
                CLAUDE + " | mcpServers: [{a: {command: x}, b: {command: y}}]           | value/lenient",
                CLAUDE + " | experimental: {cachettl: 5m}                               | key/unknown",
                CLAUDE + " | experimental: {turbo: true}                                | key/unknown",
                COPILOT + "| handoffs: [{lable: a, agent: b}]                           | key/missing",
                COPILOT + "| handoffs: [{label: a, agent: b, send: later}]              | value/type",
                COPILOT + "| handoffs: [reviewer]                                       | value/type",
                COPILOT + "| mcp-servers: {a: {type: local, args: [b]}}                 | key/missing",
                FACTORY + "| version: [1]                                               | value/type",
                CURSOR + " | alwaysApply: perhaps                                       | value/type",
                GEMINI + " | agent_card_json: [a]                                       | value/type",
                KIRO + "   | toolAliases: {a: [b]}                                      | value/type",
                SKILL + "  | paths: {a: b}                                              | value/type",
                SKILL + "  | arguments: {a: b}                                          | value/type",
                SKILL + "  | version: {a: 1}                                            | value/type",
                SKILL + "  | metadata: {a: [b]}                                         | value/type",
            })
    void a_slip_inside_of_a_value_is_a_warning(String source, String line, String code) {
        Reading reading = read(source, line);

        assertThat(reading.definition()).isPresent();
        assertThat(reading.diagnostics()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo(code);
            assertThat(problem.span().line()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLAUDE
                        + " | hooks: {PreToolUse: [{matcher: Bash, hooks: [{type: command, command: ./c, timeout: 5}]}]}",
                CLAUDE + " | hooks: {Stop: [{hooks: [{type: mcp_tool, server: s, tool: t, input: {a: b}}]}]}",
                CLAUDE + " | mcpServers: [{a: {type: http, url: u, headers: {K: v}}}, {b: {command: c, env: {N: 1}}}]",
                CLAUDE + " | mcpServers: {a: {command: c, oauth: {x: y}, alwaysLoad: true}}",
                COPILOT + "| handoffs: [{label: a, agent: b, prompt: c, send: false, model: m}]",
                CURSOR + " | globs: ['*.ts']",
                SKILL + "  | argument-hint: [file]",
                SKILL + "  | paths: '*.pdf'",
                GEMINI + " | tools: [read_file, read_many_files, grep_search, search_file_content]",
            })
    void what_is_documented_is_no_finding(String source, String line) {
        assertThat(read(source, line).diagnostics())
                .filteredOn(problem -> problem.code() != DiagnosticCode.VALUE_INERT)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"[], false", "'[\"a\", \"a\"]', false", "'[\"x!\"]', false", "'[\"\"]', false", "'[\"A b-c_1\"]', true"
    })
    void nicknames_of_codex_are_different_names(String list, boolean fine) {
        Reading reading = DefinitionReader.create()
                .read("x.toml", "name='x'\ndescription='d'\ndeveloper_instructions='P'\nnickname_candidates=" + list);

        assertThat(reading.diagnostics().isEmpty()).isEqualTo(fine);
    }

    @Test
    void keys_of_codex_own_settings_are_kept_and_those_of_opencode_handed_on() {
        Reading codex = DefinitionReader.create()
                .read(
                        "x.toml",
                        "name='x'\ndescription='d'\ndeveloper_instructions='P'\nmodel_context_window=1\nprofile='p'");
        Reading opencode = read(OPENCODE, "textVerbosity: low");

        assertThat(codex.diagnostics()).isEmpty();
        assertThat(opencode.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.message()).contains("passes it to the model's provider");
        });
        assertThat(DefinitionReader.create()
                        .with(Strictness.STRICT)
                        .read(OPENCODE, DefinitionReaderTest.file("description: d\ntextVerbosity: low"))
                        .definition())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLAUDE + "   | permissions: {netwrk: false}                          | did you mean network?",
                CLAUDE + "   | tools: {allow: [Read], permissions: {alow: [Read]}}   | did you mean allow?",
                CLAUDE + "   | hooks: {PreTooluse: []}                               | did you mean PreToolUse?",
                OPENCODE + " | permission: {edit: dney}                              | did you mean deny?",
                OPENCODE
                        + " | tools: {bash: 'false'}                                | write true or false, without quotes",
                KIRO + "     | permissions: [{capability: shel, effect: deny}]       | did you mean shell?",
                COPILOT + "  | target: vscod                                         | did you mean vscode?",
            })
    void says_what_was_probably_meant(String source, String line, String advice) {
        assertThat(read(source, line).diagnostics())
                .extracting(problem -> problem.fix().map(Fix::title).orElse(""))
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource({"deny: [Bash]", "network: false", "disallow: Bash", "restrictedTools: Bash", "toolsAllowed: Read"})
    void a_key_that_means_a_restriction_is_an_error(String line) {
        assertThat(errors(read(CLAUDE, line))).containsExactly(DiagnosticCode.KEY_MISSPELLED_RESTRICTION);
    }

    @ParameterizedTest
    @CsvSource({
        "CodeReviewer, 'use \"code-reviewer\"'",
        "Code Reviewer, 'use \"code-reviewer\"'",
        "审查, 'use only a to z, digits and hyphens'",
        ".., 'use only a to z, digits and hyphens'",
    })
    void the_advice_on_a_name_is_a_name_that_can_be_used(String name, String advice) {
        Reading reading = DefinitionReader.create().read(CLAUDE, "---\nname: " + name + "\ndescription: d\n---\nB\n");

        assertThat(reading.diagnostics())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.fix().orElseThrow().title()).isEqualTo(advice));
    }

    @Test
    void what_a_skill_and_a_droid_may_be_called_and_how_long_they_are_described() {
        String wordy = "d".repeat(1100);
        Reading skill = DefinitionReader.create()
                .read("pdf/SKILL.md", "---\nname: Pdf--tool\ndescription: " + wordy + "\n---\nB\n");
        Reading droid = DefinitionReader.create().read(FACTORY, "---\nname: x\ndescription: " + wordy + "\n---\nB\n");

        assertThat(skill.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.NAME_STYLE, DiagnosticCode.NAME_STYLE, DiagnosticCode.VALUE_LENIENT);
        assertThat(droid.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.VALUE_LENIENT);
    }

    private static Reading read(String source, String line) {
        return DefinitionReader.create().read(source, DefinitionReaderTest.file("description: d\n" + line));
    }
}
