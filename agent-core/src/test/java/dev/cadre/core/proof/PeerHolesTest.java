package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.ModelChoice;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which other readers of definitions lose restrictions, agents or text; one test each. */
class PeerHolesTest {

    @Test
    void a_block_list_of_tools_grants_these_and_not_all() {
        assertThat(tools(load("tools:\n  - Read\n  - Grep"))).containsExactly("Read", "Grep");
    }

    @Test
    void a_flow_list_of_tools_keeps_no_brackets() {
        assertThat(tools(load("tools: [Read, \"Grep\"]"))).containsExactly("Read", "Grep");
    }

    @Test
    void a_map_that_switches_a_tool_off_denies_it() {
        assertThat(names(load("tools:\n  Bash: false").disallowedTools())).containsExactly("Bash");
    }

    @Test
    void an_empty_list_of_tools_is_none() {
        assertThat(tools(load("tools: []"))).isEmpty();
    }

    @Test
    void tools_without_value_are_an_error_and_not_all() {
        assertThat(errors("tools:")).containsExactly(DiagnosticCode.TOOLS_NULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bash, Write", "[Bash, Write]", "\n  - Bash\n  - Write", "[bash, \"Write\"]"})
    void a_deny_list_denies_in_every_shape(String value) {
        assertThat(names(load("disallowedTools: " + value).disallowedTools())).containsExactly("Bash", "Write");
    }

    @Test
    void a_scoped_tool_is_that_tool_within_its_limit() {
        assertThat(((ToolSelection.Only) load("tools: Bash(git log:*)").tools()).entries())
                .containsExactly(PermissionRule.parse("Bash(git log:*)"));
    }

    @Test
    void a_scoped_denial_denies_the_calls_that_it_names() {
        AgentDefinition definition = load("disallowedTools: Bash(git push *)");

        assertThat(RightsProbe.widened(definition, load(""))).containsExactly("Bash git push: deny became allow");
    }

    @Test
    void a_mistyped_denial_does_not_disappear() {
        assertThat(errors("disallowedTools: Bahs")).containsExactly(DiagnosticCode.TOOLS_UNKNOWN);
        assertThat(errors("permissions:\n  deny: ['Bash(git']")).containsExactly(DiagnosticCode.TOOLS_SYNTAX);
    }

    @Test
    void names_of_tools_count_in_any_case() {
        assertThat(tools(load("tools: read, GREP, bash"))).containsExactly("Read", "Grep", "Bash");
    }

    @Test
    void a_comment_is_no_part_of_a_tool() {
        assertThat(tools(load("tools: Read # only"))).containsExactly("Read");
    }

    @Test
    void three_dashes_in_a_value_do_not_end_the_frontmatter() {
        AgentDefinition definition = load("hint: x --- y\ntools: Read");

        assertThat(tools(definition)).containsExactly("Read");
        assertThat(definition.prompt()).isEqualTo("Prompt\n");
    }

    @Test
    void a_nested_key_shadows_no_key_of_the_top() {
        AgentDefinition definition = load("model: haiku\nmetadata:\n  name: evil\n  model: opus\n  tools: Bash");

        assertThat(definition.name()).isEqualTo("x");
        assertThat(definition.model()).isEqualTo(ModelChoice.named("haiku"));
        assertThat(definition.tools()).isEqualTo(ToolSelection.inherit());
    }

    @Test
    void keys_in_folded_prose_are_prose() {
        AgentDefinition definition = DefinitionReader.create()
                .read("x.md", "---\nname: x\ndescription: >\n  Reviews.\n  tools: Bash, Write\ntools: Read\n---\nP")
                .orThrow();

        assertThat(tools(definition)).containsExactly("Read");
        assertThat(definition.description()).isEqualTo("Reviews. tools: Bash, Write");
    }

    @Test
    void escapes_in_quotes_are_decoded() {
        assertThat(load("color: blue\ninitialPrompt: \"a\\n\\\"b\\\"\"").initialPrompt())
                .contains("a\n\"b\"");
    }

    @Test
    void a_colon_in_a_description_loses_neither_the_file_nor_its_restrictions() {
        Reading reading = DefinitionReader.create()
                .read("x.md", "---\nname: x\ndescription: Use when: asked\ntools:\n  - Read\n---\nP");

        assertThat(reading.orThrow().description()).isEqualTo("Use when: asked");
        assertThat(tools(reading.orThrow())).containsExactly("Read");
        assertThat(reading.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.YAML_RECOVERED);
    }

    @Test
    void a_byte_order_mark_hides_no_frontmatter() {
        byte[] bytes = ("\uFEFF" + file("tools: Read")).getBytes(StandardCharsets.UTF_8);

        assertThat(tools(DefinitionReader.create().read("x.md", bytes).orThrow()))
                .containsExactly("Read");
    }

    @Test
    void windows_line_ends_change_nothing_even_with_a_colon_in_the_text() {
        String text = "---\nname: x\ndescription: Use when: asked\ntools: Read\n---\nP\n".replace("\n", "\r\n");
        AgentDefinition definition =
                DefinitionReader.create().read("x.md", text).orThrow();

        assertThat(definition.description()).isEqualTo("Use when: asked");
        assertThat(tools(definition)).containsExactly("Read");
        assertThat(definition.prompt()).isEqualTo("P\r\n");
    }

    @Test
    void a_file_without_frontmatter_is_no_exception() {
        Reading reading = DefinitionReader.create().read("helper.md", "You help.\n");

        assertThat(reading.orThrow().name()).isEqualTo("helper");
        assertThat(reading.diagnostics()).extracting(Diagnostic::code).contains(DiagnosticCode.FRONTMATTER_MISSING);
    }

    @Test
    void inherit_is_no_name_of_a_model() {
        assertThat(load("model: inherit").model()).isEqualTo(ModelChoice.inherit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bedrock:us.x-v1:0", "a:b:c", "'openai:'"})
    void a_model_keeps_everything_behind_its_colons(String model) {
        assertThat(load("model: " + model).model()).isEqualTo(ModelChoice.named(model.replace("'", "")));
    }

    @ParameterizedTest
    @CsvSource({"acceptEdit,acceptEdits", "auto,''", "readonly,''"})
    void an_unknown_mode_is_an_error_that_says_what_is_allowed(String mode, String meant) {
        Reading reading = read("permissionMode: " + mode);

        assertThat(reading.definition()).isEmpty();
        assertThat(reading.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.span().line()).isEqualTo(4);
            assertThat(problem.allowed()).contains("plan", "default");
            assertThat(problem.fix().map(Fix::title).orElse("")).contains(meant);
        });
    }

    @Test
    void an_unknown_key_is_named_with_the_key_that_was_meant() {
        assertThat(read("modle: opus").diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("\"modle\"");
            assertThat(problem.fix().orElseThrow().title()).isEqualTo("did you mean model?");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed-tools", "allowedTools", "allowed_tools", "tool"})
    void a_misspelt_list_of_tools_grants_nothing(String key) {
        assertThat(errors(key + ": Read")).containsExactly(DiagnosticCode.KEY_MISSPELLED_RESTRICTION);
    }

    @Test
    void a_frontmatter_of_64_kib_is_read_whole() {
        AgentDefinition definition = load("own: " + "word ".repeat(13_200) + "\ntools: Read");

        assertThat(definition.extensions().get("own").toString()).hasSizeGreaterThan(64 << 10);
        assertThat(tools(definition)).containsExactly("Read");
    }

    @Test
    void an_alias_bomb_expands_nothing() {
        assertThat(errors("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]")).containsExactly(DiagnosticCode.YAML_ANCHOR);
    }

    @Test
    void a_definition_grants_itself_nothing() {
        AgentDefinition modest = load("permissionMode: default");
        AgentDefinition greedy = load("permissionMode: default\npermissions:\n  network: true\n  allow: [Bash, Write]\n"
                + "hooks:\n  PreToolUse: []\nmcpServers: [own]");

        assertThat(RightsProbe.ofUnaskedHost(greedy)).isEqualTo(RightsProbe.ofUnaskedHost(modest));
        assertThat(RightsProbe.ofUnaskedHost(load("permissionMode: bypassPermissions")))
                .isEqualTo(RightsProbe.ofUnaskedHost(modest));
    }

    private static AgentDefinition load(String keys) {
        return read(keys).orThrow();
    }

    private static List<DiagnosticCode> errors(String keys) {
        return read(keys).diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::code)
                .toList();
    }

    private static Reading read(String keys) {
        return DefinitionReader.create().read("x.md", file(keys));
    }

    private static String file(String keys) {
        return "---\nname: x\ndescription: d\n" + keys + "\n---\nPrompt\n";
    }

    private static List<String> tools(AgentDefinition definition) {
        return names(((ToolSelection.Only) definition.tools()).entries());
    }

    private static List<String> names(List<PermissionRule> rules) {
        return rules.stream().map(PermissionRule::tool).toList();
    }
}
