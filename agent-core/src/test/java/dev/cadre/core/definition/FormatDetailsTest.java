package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Details of Claude Code's format that files in the wild get wrong or use rarely. */
class FormatDetailsTest {

    @Test
    void a_frontmatter_that_is_never_closed_is_an_error_at_its_opening() {
        Reading reading = DefinitionReader.create().read("x.md", "---\nname: x\ndescription: d\ntools: Read\n");

        assertThat(errors(reading)).containsExactly(DiagnosticCode.FRONTMATTER_UNCLOSED);
        assertThat(reading.diagnostics().get(0).span().line()).isEqualTo(1);
    }

    @Test
    void a_blank_body_is_a_warning() {
        Reading reading = DefinitionReader.create().read("x.md", "---\nname: x\ndescription: d\n---\n \n");

        assertThat(reading.definition()).isPresent();
        assertThat(codes(reading)).containsExactly(DiagnosticCode.PROMPT_BLANK);
    }

    @Test
    void a_tab_before_a_restriction_is_an_error_and_one_in_a_text_is_text() {
        assertThat(errors(read("tools:\n\t- Read"))).containsExactly(DiagnosticCode.YAML_SYNTAX);
        assertThat(errors(read("tools:\tRead"))).containsExactly(DiagnosticCode.YAML_SYNTAX);
        assertThat(described("One\ttwo").orThrow().description()).isEqualTo("One\ttwo");
    }

    @Test
    void a_description_of_a_megabyte_is_refused_with_its_line_and_a_long_one_is_read() {
        assertThat(errors(described("d".repeat(1 << 20)))).containsExactly(DiagnosticCode.YAML_TOO_LONG);
        assertThat(described("d".repeat(400_000)).orThrow().description()).hasSize(400_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plain text, really. | Plain text, really.",
                "\"In \\\"double\\\" quotes: all # of it\" | In \"double\" quotes: all # of it",
                "'In single ''quotes'': all # of it' | In single 'quotes': all # of it",
                "Use when: asked | Use when: asked",
                "Literal\\n\\nstays | Literal\\n\\nstays",
                "Use it. <example>user: hi</example> | Use it. <example>user: hi</example>",
                "yes | yes",
                "123 | 123",
            })
    void a_description_on_one_line_is_the_text_that_stands_there(String written, String meant) {
        assertThat(described(written).orThrow().description()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {">", ">-", ">+", "|", "|-", "|+", ">2", "|2-"})
    void a_block_keeps_the_words_with_every_sign_for_its_end(String sign) {
        String joint = sign.startsWith(">") ? " " : "\n";

        assertThat(described(sign + "\n  First: one #1\n  second\n\n").orThrow().description())
                .isEqualTo("First: one #1" + joint + "second");
    }

    @Test
    void a_description_that_a_formatter_wrapped_is_one_text() {
        assertThat(described("\n  Reviews changes\n  and says what it found")
                        .orThrow()
                        .description())
                .isEqualTo("Reviews changes and says what it found");
    }

    @Test
    void lines_that_are_not_indented_belong_to_the_description_and_never_to_a_restriction() {
        Reading reading = DefinitionReader.create()
                .read("x.md", "---\nname: x\ndescription: Examples:\n- one: a\nand more text\ntools: Read\n---\nP");

        assertThat(codes(reading)).containsExactly(DiagnosticCode.YAML_RECOVERED);
        assertThat(reading.orThrow().description()).contains("one: a").contains("and more text");
        assertThat(reading.orThrow().tools()).asString().contains("[Read]");
    }

    @Test
    void what_a_number_sign_cuts_off_is_told() {
        Reading reading = described("Counts #1 to #9");

        assertThat(codes(reading)).containsExactly(DiagnosticCode.YAML_COMMENT);
    }

    @Test
    void a_description_without_value_counts_as_absent() {
        assertThat(codes(described("null")))
                .containsExactlyInAnyOrder(DiagnosticCode.VALUE_NULL, DiagnosticCode.DESCRIPTION_DERIVED);
    }

    @ParameterizedTest
    @CsvSource({
        "Reviewer, name/style",
        "code reviewer, name/style",
        "prüfer, name/style",
        "'plugin:x', name/invalid",
        "-x, name/invalid",
    })
    void a_name_out_of_style_is_told_and_one_that_can_not_be_used_is_an_error(String name, String code) {
        Reading reading = named(name);

        assertThat(codes(reading)).extracting(DiagnosticCode::id).containsExactly(code);
        assertThat(reading.definition().isPresent()).isEqualTo(code.equals("name/style"));
    }

    @Test
    void a_blank_name_counts_as_absent_and_one_unlike_its_file_is_fine() {
        assertThat(codes(named("' '")))
                .containsExactlyInAnyOrder(DiagnosticCode.VALUE_EMPTY, DiagnosticCode.NAME_DERIVED);
        assertThat(named("other-than-the-file").diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MultiEdit, Edit",
        "NotebookRead, Read",
        "Task, Agent",
        "LS, Glob",
        "bash, Bash",
        "BashOutput, TaskOutput"
    })
    void legacy_names_and_any_case_mean_the_tools_of_today(String written, String meant) {
        ToolSelection.Only tools =
                (ToolSelection.Only) read("tools: [" + written + "]").orThrow().tools();

        assertThat(tools.entries()).extracting(PermissionRule::tool).containsExactly(meant);
        assertThat(tools.entries()).hasToString("[" + written + "]");
    }

    @Test
    void lists_that_leave_no_tool_are_told() {
        Reading reading = read("tools: Read, Bash\ndisallowedTools: Bash, Read");

        assertThat(reading.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.TOOLS_CONFLICT);
            assertThat(problem.message()).endsWith("Read, Bash; no tool is left");
            assertThat(problem.span().line()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false",
        "True, true, false",
        "yes, true, true",
        "on, true, true",
        "1, true, true",
        "'\"true\"', true, true",
        "No, false, true",
        "0, false, true",
    })
    void truth_values_are_understood_and_other_spellings_than_yaml_s_are_told(
            String written, boolean meant, boolean told) {
        Reading reading = read("background: " + written);

        assertThat(reading.orThrow().background()).isEqualTo(meant);
        assertThat(codes(reading)).isEqualTo(told ? List.of(DiagnosticCode.VALUE_LENIENT) : List.of());
    }

    @Test
    void a_number_in_quotes_is_understood_and_told() {
        Reading reading = read("maxTurns: \"10\"");

        assertThat(reading.orThrow().maxTurns()).hasValue(10);
        assertThat(codes(reading)).containsExactly(DiagnosticCode.VALUE_LENIENT);
        assertThat(read("maxTurns: 10").diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sonnet", "Opus", "claude-sonnet-4-5-20250929", "some-model-nobody-knows"})
    void every_name_of_a_model_is_kept_as_it_is_for_the_host_to_resolve(String name) {
        assertThat(read("model: " + name).orThrow().model()).isEqualTo(ModelChoice.named(name));
    }

    @Test
    void several_models_are_a_priority_and_nothing_in_a_list_is_no_model() {
        assertThat(read("model: [opus, gpt-5]").orThrow().model())
                .isEqualTo(new ModelChoice.Priority(List.of("opus", "gpt-5")));
        assertThat(read("model: [~, opus]").orThrow().model()).isEqualTo(new ModelChoice.Priority(List.of("opus")));
        assertThat(codes(read("model: [~, opus]"))).containsExactly(DiagnosticCode.VALUE_EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"max_turns, did you mean maxTurns?", "prompt, ''", "temperature, ''"})
    void a_key_of_another_format_has_no_effect_and_is_told_and_kept(String key, String fix) {
        Reading reading = DefinitionReader.create()
                .read(".claude/agents/x.md", DefinitionReaderTest.file("description: d\n" + key + ": 1"));

        assertThat(reading.orThrow().extensions()).containsKey(key);
        assertThat(reading.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.KEY_UNKNOWN);
            assertThat(problem.fix().map(Fix::title).orElse("")).isEqualTo(fix);
        });
    }

    @Test
    void keys_that_plugins_may_not_use_have_no_effect_in_the_agents_of_plugins() {
        Reading reading = DefinitionReader.create()
                .read(
                        "home/.claude/plugins/cache/kit/agents/x.md",
                        DefinitionReaderTest.file("description: d\nhooks: {Stop: []}\nmcpServers: [own]\ntools: Read"));

        assertThat(reading.dialect()).isEqualTo(Dialect.CLAUDE_PLUGIN);
        assertThat(reading.orThrow().hooks()).isEmpty();
        assertThat(reading.orThrow().mcpServers()).isEmpty();
        assertThat(reading.orThrow().extensions()).containsOnlyKeys("hooks", "mcpServers");
        assertThat(codes(reading)).containsExactly(DiagnosticCode.VALUE_INERT, DiagnosticCode.VALUE_INERT);
        assertThat(reading.orThrow().tools()).asString().contains("[Read]");
    }

    private static Reading read(String keys) {
        return DefinitionReader.create().read("x.md", DefinitionReaderTest.file("description: d\n" + keys));
    }

    private static Reading described(String description) {
        return DefinitionReader.create().read("x.md", DefinitionReaderTest.file("description: " + description));
    }

    private static Reading named(String name) {
        return DefinitionReader.create().read("x.md", "---\nname: " + name + "\ndescription: d\n---\nBody\n");
    }

    private static List<DiagnosticCode> codes(Reading reading) {
        return reading.diagnostics().stream().map(Diagnostic::code).toList();
    }
}
