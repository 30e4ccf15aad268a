package dev.cadre.core.definition;

import static dev.cadre.core.definition.DefinitionReaderTest.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSourcesTest {

    private final DefinitionReader reader = DefinitionReader.create();

    @Test
    void codex_roles_in_toml() {
        Reading reading = reader.read("role.toml", """
                name = "looker"
                description = "Looks."
                model = "gpt-5"
                sandbox_mode = "read-only"
                developer_instructions = \"""
                Look closely.
                \"""
                """);

        assertThat(reading.dialect()).isEqualTo(Dialect.CODEX);
        AgentDefinition definition = reading.orThrow();
        assertThat(definition.name()).isEqualTo("looker");
        assertThat(definition.prompt()).isEqualTo("Look closely.\n");
        assertThat(definition.disallowedTools())
                .extracting(PermissionRule::tool)
                .contains("Write", "Bash");
        assertThat(definition.origin().span("model").orElseThrow().line()).isEqualTo(3);
    }

    @Test
    void says_where_toml_and_json_are_broken() {
        Reading toml = reader.read("role.toml", "name = \"x\"\nmodel = nope\n");

        assertThat(errors(toml)).containsExactly(DiagnosticCode.TOML_SYNTAX);
        assertThat(errors(reader.read("a.json", "{\"a\": 1, \"a\": 2}"))).containsExactly(DiagnosticCode.JSON_SYNTAX);
        assertThat(errors(reader.read("a.json", "[".repeat(100_000)))).containsExactly(DiagnosticCode.JSON_SYNTAX);
        assertThat(errors(reader.read("a.toml", "a = " + "[".repeat(100_000)))).isNotEmpty();
    }

    @Test
    void several_agents_of_the_agents_option() {
        String json = "{\"a\": {\"description\": \"A.\", \"prompt\": \"Do A.\", \"tools\": [\"Read\"]},\n"
                + " \"b\": {\"description\": \"B.\", \"prompt\": \"Do B.\", \"maxTurns\": 0}}";

        List<Reading> readings = reader.readAll("agents.json", json.getBytes(StandardCharsets.UTF_8));

        assertThat(readings).extracting(Reading::dialect).containsExactly(Dialect.CLAUDE_JSON, Dialect.CLAUDE_JSON);
        assertThat(readings.get(0).orThrow().name()).isEqualTo("a");
        assertThat(readings.get(0).orThrow().prompt()).isEqualTo("Do A.");
        assertThat(readings.get(1).diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.VALUE_RANGE);
            assertThat(problem.span().line()).isEqualTo(2);
        });
        assertThat(errors(reader.read("agents.json", json))).containsExactly(DiagnosticCode.FILE_SEVERAL);
    }

    @Test
    void roo_modes_lose_groups_whose_limit_can_not_be_expressed() {
        Reading reading = reader.read(".roomodes", """
                customModes:
                  - slug: docs
                    name: Docs writer
                    roleDefinition: You write docs.
                    whenToUse: For docs.
                    groups:
                      - read
                      - [edit, {fileRegex: '\\.md$'}]
                      - command
                """);

        assertThat(reading.dialect()).isEqualTo(Dialect.ROO);
        assertThat(((ToolSelection.Only) reading.orThrow().tools()).entries())
                .extracting(PermissionRule::tool)
                .containsExactly("Read", "Glob", "Grep", "Bash");
        assertThat(reading.diagnostics()).extracting(Diagnostic::code).contains(DiagnosticCode.TOOLS_LENIENT);
    }

    @Test
    void a_roo_mode_without_description_is_described_by_its_role() {
        Reading reading = reader.read(".roomodes", """
                customModes:
                  - slug: docs
                    name: Docs writer
                    roleDefinition: You write docs.
                    groups: [read]
                """);

        assertThat(reading.orThrow().description()).isEqualTo("You write docs.");
        assertThat(reading.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.DESCRIPTION_DERIVED);
            assertThat(problem.span().line()).isEqualTo(4);
        });
    }

    @Test
    void kiro_agents_in_json() {
        Reading reading = reader.read(
                ".kiro/agents/x.json",
                "{\"name\": \"x\", \"description\": \"d\", \"prompt\": \"P\", \"tools\": [\"read\", \"@git\"], \"resources\": []}");

        assertThat(reading.dialect()).isEqualTo(Dialect.KIRO);
        assertThat(((ToolSelection.Only) reading.orThrow().tools()).entries())
                .extracting(PermissionRule::tool)
                .containsExactly("Read", "Glob", "Grep", "mcp__git__*");
    }

    @Test
    void comments_and_trailing_commas_are_read_where_opencode_reads_them_and_refused_elsewhere() {
        String text =
                "{\n  // Ours\n  \"agent\": {\"x\": {\"description\": \"d\", \"prompt\": \"P\", \"tools\": {\"bash\": false,},}}\n}";

        for (String name : List.of("opencode.jsonc", "opencode.json", ".opencode/agents.jsonc")) {
            Reading reading = reader.read(name, text);
            assertThat(reading.dialect()).isEqualTo(Dialect.OPENCODE);
            assertThat(reading.orThrow().disallowedTools())
                    .extracting(PermissionRule::tool)
                    .containsExactly("Bash");
            assertThat(reading.source().text()).isEqualTo(text);
        }
        assertThat(reader.read("agents.json", text).diagnostics())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(DiagnosticCode.JSON_SYNTAX);
                    assertThat(problem.span().line()).isEqualTo(2);
                    assertThat(problem.message()).contains("comments");
                });
        assertThat(errors(reader.read("agents.json", "{\"a\": 1,}"))).containsExactly(DiagnosticCode.JSON_SYNTAX);
    }

    @Test
    void data_without_a_prompt_says_so() {
        assertThat(reader.read("x.toml", "name = \"x\"\ndescription = \"d\"").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.PROMPT_BLANK);
    }

    @Test
    void context_files_are_no_agents() {
        assertThat(errors(reader.read("AGENTS.md", "---\n\nBuild with make.\n\n---\nMore.")))
                .containsExactly(DiagnosticCode.FILE_NOT_AN_AGENT);
        assertThat(errors(reader.read("settings.json", "{\"theme\": \"dark\"}")))
                .containsExactly(DiagnosticCode.FILE_NOT_AN_AGENT);
    }
}
