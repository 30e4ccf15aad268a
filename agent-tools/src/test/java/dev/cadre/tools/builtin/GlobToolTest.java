package dev.cadre.tools.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.FakeToolContext;
import dev.cadre.tools.InMemoryWorkspace;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.ToolInputException;
import dev.cadre.tools.permission.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobToolTest {

    private final InMemoryWorkspace workspace = new InMemoryWorkspace();
    private final FakeToolContext context = new FakeToolContext(workspace);
    private final Tool glob = GlobTool.create();

    private String glob(Object... pairs) {
        return context.call(glob, Calls.input(pairs));
    }

    @Test
    void finds_the_last_changed_first() {
        workspace
                .put("src/A.java", "")
                .put("src/x/B.java", "")
                .put("C.java", "")
                .put("C.md", "");

        assertThat(glob("pattern", "**/*.java")).isEqualTo("C.java\nsrc/x/B.java\nsrc/A.java");
        assertThat(glob("pattern", "*.java")).isEqualTo("C.java\nsrc/x/B.java\nsrc/A.java");
        assertThat(glob("pattern", "src/*.java")).isEqualTo("src/A.java");
        assertThat(glob("pattern", "src/**")).isEqualTo("src/x/B.java\nsrc/A.java");
        assertThat(glob("pattern", "*.java", "path", "src")).isEqualTo("src/x/B.java\nsrc/A.java");
        assertThat(glob("pattern", "*.{md,txt}")).isEqualTo("C.md");
        assertThat(glob("pattern", "*.txt")).isEqualTo("No files found.");
    }

    @Test
    void finds_hidden_and_ignored_files_but_not_gits_own() {
        workspace.put(".gitignore", "*.log").put("a.log", "").put(".env", "").put(".git/config", "");

        assertThat(glob("pattern", "**/*")).isEqualTo(".env\na.log\n.gitignore");
        assertThat(glob("pattern", ".git/*")).isEqualTo(".git/config");
    }

    @Test
    void returns_a_hundred_and_says_that_there_are_more() {
        for (int i = 0; i < 101; i++) {
            workspace.put("f" + i, "");
        }

        assertThat(glob("pattern", "*").lines())
                .hasSize(101)
                .startsWith("f100", "f99")
                .endsWith("f1", "[More than 100 files match; use a narrower pattern.]");
    }

    @Test
    void leaves_out_what_the_rules_hide() {
        workspace.put("a", "").put("secret/b", "");
        context.readable(path -> !path.literal().contains("/secret/"));

        assertThat(glob("pattern", "**")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({
        "*.java,,.",
        "**/x,lib,lib",
        "src/main/*.java,,./src/main",
        "src/main/*.java,lib,lib/src/main",
        "../other/**,,./../other",
        "/etc/**,,/etc",
        "/*,,/",
        "/etc/passwd,,/etc",
    })
    void declares_the_folder_in_which_it_looks(String pattern, String path, String folder) {
        assertThat(glob.prepare(Calls.input("pattern", pattern, "path", path)).accesses())
                .containsExactly(new Access.Read(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/../../etc", "regex:(.*a){20}", "glob:*", "{a,b", "a}", "[a", "a\\", "src/"})
    void refuses_what_is_no_glob(String pattern) {
        assertThatThrownBy(() -> glob("pattern", pattern)).isInstanceOf(ToolInputException.class);
    }

    @Test
    void refuses_a_place_that_is_no_folder() {
        workspace.put("f", "");

        assertThatThrownBy(() -> glob("pattern", "*", "path", "f"))
                .isInstanceOf(ToolFailureException.class)
                .hasMessage("\"f\" is no folder.");
        assertThatThrownBy(() -> glob("pattern", "*", "path", "absent")).hasMessage("\"absent\" does not exist.");
    }

    @Test
    void takes_patterns_that_would_explode_elsewhere() {
        workspace.put("x".repeat(200), "").put("ab".repeat(15), "");

        assertThat(glob("pattern", "*".repeat(1000) + "x")).isEqualTo("x".repeat(200));
        assertThat(glob("pattern", "{a,b}".repeat(30))).isEqualTo("ab".repeat(15));
        assertThatThrownBy(() -> glob("pattern", "{".repeat(1000)))
                .hasMessageEndingWith("braces are nested deeper than 10");
    }
}
