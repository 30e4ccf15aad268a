package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionEditorTest {

    private static final String TEXT =
            "---\r\n# who\r\nname:   x  # short\r\ndescription: >-\r\n  Long\r\n  text\r\nvibe: 'calm'\r\n---\r\nBody\r\n";

    @Test
    void changes_only_the_value_that_it_is_told_to() {
        assertThat(edit(TEXT).withName("y").text()).isEqualTo(TEXT.replace("x  #", "y  #"));
        assertThat(edit(TEXT).withDescription("Short: now").text())
                .isEqualTo(TEXT.replace(">-\r\n  Long\r\n  text", "'Short: now'"));
    }

    @Test
    void adds_a_missing_key_at_the_end_with_the_line_ending_of_the_file() {
        assertThat(edit(TEXT).withModel("opus").text())
                .isEqualTo(TEXT.replace("'calm'\r\n", "'calm'\r\nmodel: opus\r\n"));
    }

    @Test
    void moves_a_block_at_the_start_of_a_line_behind_its_key() {
        String text = "---\nname: x\ndescription:\n> \n  folded\nvibe : calm\n---\nBody\n";

        assertThat(edit(text).withDescription("When: it").text())
                .isEqualTo(text.replace("\n> \n  folded", " 'When: it'"));
    }

    @Test
    void refuses_to_change_what_other_keys_mean_where_the_frontmatter_is_no_yaml() {
        String text = "---\nname: x\nagents: [']\nown: [1]\nlast: [']\ndescription: d\u0003\n---\nBody\n";

        assertThat(edit(text).definition().extensions()).containsOnlyKeys("agents", "own", "last");
        assertThatThrownBy(() -> edit(text).withDescription("d"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setting \"description\" would change what other keys")
                .hasMessageContaining("fix it first");
    }

    @Test
    void refuses_to_write_quotes_that_would_be_read_as_part_of_the_value() {
        String text = "---\nname: x\ndescription: d\n# a \u0007\nvibe: calm\n---\nBody\n";

        assertThat(edit(text).withName("y").text()).isEqualTo(text.replace("name: x", "name: y"));
        assertThatThrownBy(() -> edit(text).withDescription("When: it"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "\"description\" can not be set, because the frontmatter of \"x.md\" is no valid YAML there;"
                                + " fix it first");
    }

    @Test
    void changes_the_value_that_counts_where_a_key_stands_twice() {
        String text = "---\nname: x\ndescription: one\nvibe: calm\ndescription: two\n---\nBody\n";

        DefinitionEditor edited = edit(text).withDescription("three");

        assertThat(edit(text).definition().description()).isEqualTo("two");
        assertThat(edited.text()).isEqualTo(text.replace("two", "three"));
        assertThat(edited.definition().description()).isEqualTo("three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\nBody\n", "---\n", "---", "---\n---\n", "---\n---"})
    void adds_a_key_behind_the_last_one_however_the_file_ends(String end) {
        String text = "---\nname: x\ndescription: d\nown: >\n  folded\n" + end;

        assertThat(edit(text).withModel("opus").text()).isEqualTo(text.replace("folded\n", "folded\nmodel: opus\n"));
    }

    @Test
    void edits_nothing_but_a_frontmatter() {
        assertThatThrownBy(() -> edit("# X\n\nWords.\n")).hasMessage("\"x.md\" has no frontmatter to edit");
        assertThatThrownBy(() -> DefinitionEditor.of("x.roomodes", "---x: y\nname: x\ndescription: d\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"x.roomodes\" has no frontmatter to edit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description: d\t",
                "description: d\t \t# why",
                "description: d \t# why",
                "description:\td",
                "description: \t d",
                "description:\n  d\t",
                "description:\n\td",
                "description: >\n  d\t",
                "description: >\n  d\u001D",
                "description:\t",
                "description: \t\n",
            })
    void leaves_no_tabs_beside_the_quotes_that_it_writes(String line) {
        DefinitionEditor edited =
                edit("---\nname: x\n" + line + "\nvibe: calm\n---\nBody\n").withDescription("When: it");

        assertThat(edited.definition().description()).isEqualTo("When: it");
        assertThat(edited.text()).doesNotContain("\t").containsOnlyOnce("description");
        assertThat(DefinitionReader.create().read("x.md", edited.text()).diagnostics())
                .noneMatch(problem -> problem.code() == DiagnosticCode.YAML_RECOVERED);
    }

    @Test
    void fills_a_key_without_value() {
        String text = "---\nname: x\ndescription: d\nmodel:\ncolor: red\n---\n";

        assertThat(edit(text).withModel("opus").text()).isEqualTo(text.replace("model:", "model: opus"));
    }

    @Test
    void writes_a_value_that_was_recovered_from_the_next_line_behind_its_key() {
        String text = "---\nname: x\ndescription:\n> \n  folded\n  text\ntoo\u0003l :\ns-\n---\nBody\n";

        AgentDefinition edited = edit(text).withDescription("When: it").definition();

        assertThat(edited.description()).isEqualTo("When: it");
        assertThat(edited.extensions()).isEqualTo(edit(text).definition().extensions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools: Read, Grep # two        | tools: Read, Grep, Bash # two",
                "tools: 'Read'                  | tools: 'Read, Bash'",
                "tools: [Read, \"Grep\"]        | tools: [Read, \"Grep\", Bash]",
                "tools: []                      | tools: [Bash]",
                "tools: {allow: [Read]}         | tools: {allow: [Read, Bash]}",
            })
    void adds_a_tool_in_the_style_of_the_list(String before, String after) {
        String text = DefinitionReaderTest.file("description: d\n" + before);

        assertThat(edit(text).withTool("Bash").text()).isEqualTo(text.replace(before, after));
    }

    @Test
    void adds_a_tool_to_a_block_list() {
        String text = DefinitionReaderTest.file(
                "tools:\n  allow:\n    - Read\n    - Grep  # last\n  permissions: {mcp: false}\ndescription: d");

        String edited = edit(text).withTool("Bash(git status:*)").text();

        assertThat(edited).isEqualTo(text.replace("# last", "# last\n    - Bash(git status:*)"));
        assertThat(edit(edited).withTool("Bash(git status:*)").text()).isEqualTo(edited);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools: {read: true}              | tools: {read: true, Bash: true}",
                "tools: {'*': false, read: true}  | tools: {'*': false, read: true, Bash: true}",
            })
    void switches_a_tool_on_in_a_map_of_switches(String before, String after) {
        String text = DefinitionReaderTest.file("description: d\nmode: subagent\n" + before);

        assertThat(edit(text).withTool("Bash").text()).isEqualTo(text.replace(before, after));
    }

    @Test
    void switches_a_tool_on_in_a_block_of_switches() {
        String text =
                DefinitionReaderTest.file("mode: subagent\ntools:\n  write: false\n  read: true # yes\ndescription: d");

        String edited = edit(text).withTool("Bash").text();

        assertThat(edited).isEqualTo(text.replace("# yes", "# yes\n  Bash: true"));
    }

    @Test
    void refuses_to_turn_inherited_tools_into_one() {
        DefinitionEditor editor = edit(TEXT);

        assertThatThrownBy(() -> editor.withTool("Read")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> edit("# Heading\n\nText\n")).isInstanceOf(IllegalArgumentException.class);
    }

    private static DefinitionEditor edit(String text) {
        return DefinitionEditor.of("x.md", text);
    }
}
