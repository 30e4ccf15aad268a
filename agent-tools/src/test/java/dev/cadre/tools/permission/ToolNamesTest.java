package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolNamesTest {

    @ParameterizedTest
    @CsvSource({
        "read, Read",
        "BASH, Bash",
        "Task, Agent",
        "MultiEdit, Edit",
        "run_shell_command, Bash",
        "LS, Glob",
        "google_web_search, WebSearch",
        "KillShell, TaskStop",
        "mcp__a__b, mcp__a__b",
        "Frobnicate, Frobnicate",
    })
    void knows_one_form_of_each_name(String written, String normal) {
        assertThat(ToolNames.normalize(written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "Reed, Read",
        "Bsah, Bash",
        "Web-Fetch, WebFetch",
        "TodoWritre, TodoWrite",
        "Greps, Grep",
        "Bash_, Bash",
    })
    void finds_the_name_that_was_meant(String written, String meant) {
        assertThat(ToolNames.nearest(written)).contains(meant);
    }

    @Test
    void finds_none_for_known_and_for_other_names() {
        assertThat(ToolNames.nearest("Read")).isEmpty();
        assertThat(ToolNames.nearest("read_file")).isEmpty();
        assertThat(ToolNames.nearest("Frobnicate")).isEmpty();
        assertThat(ToolNames.nearest("mcp__bash__x")).isEmpty();
    }

    @Test
    void expands_words_for_several_tools() {
        assertThat(ToolNames.expand("search")).containsExactly("Glob", "Grep");
        assertThat(ToolNames.expand("read")).containsExactly("Read");
    }

    @Test
    void lists_the_vocabulary_in_a_fixed_order() {
        assertThat(ToolNames.known()).startsWith("Read", "Write", "Edit");
    }
}
