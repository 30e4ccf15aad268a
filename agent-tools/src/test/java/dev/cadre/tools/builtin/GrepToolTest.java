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

class GrepToolTest {

    private final InMemoryWorkspace workspace = new InMemoryWorkspace();
    private final FakeToolContext context = new FakeToolContext(workspace);
    private final Tool grep = GrepTool.create();

    private String grep(Object... pairs) {
        return context.call(grep, Calls.input(pairs));
    }

    private String content(Object... pairs) {
        Object[] all = new Object[pairs.length + 2];
        System.arraycopy(pairs, 0, all, 2, pairs.length);
        all[0] = "output_mode";
        all[1] = "content";
        return grep(all);
    }

    @Test
    void lists_files_sorted_by_path() {
        workspace.put("b", "x TODO\n").put("a/c", "TODO").put("d", "todo");

        assertThat(grep("pattern", "TODO")).isEqualTo("a/c\nb");
        assertThat(grep("pattern", "TODO", "-i", true)).isEqualTo("a/c\nb\nd");
        assertThat(grep("pattern", "(?i)todo", "path", "a")).isEqualTo("a/c");
        assertThat(grep("pattern", "absent")).isEqualTo("No matches found.");
    }

    @Test
    void shows_lines_with_numbers_and_context() {
        workspace.put("f", "1\n2 x\n3\n4\n5 x\n6 x\n7\n8\n9\n10 x");

        assertThat(content("pattern", "x")).isEqualTo("f:2:2 x\nf:5:5 x\nf:6:6 x\nf:10:10 x");
        assertThat(content("pattern", "x", "-n", false)).isEqualTo("f:2 x\nf:5 x\nf:6 x\nf:10 x");
        assertThat(content("pattern", "x", "-A", 1))
                .isEqualTo("f:2:2 x\nf-3-3\n--\nf:5:5 x\nf:6:6 x\nf-7-7\n--\nf:10:10 x");
        assertThat(content("pattern", "x", "-B", 1))
                .isEqualTo("f-1-1\nf:2:2 x\n--\nf-4-4\nf:5:5 x\nf:6:6 x\n--\nf-9-9\nf:10:10 x");
        assertThat(content("pattern", "x", "-C", 1)).isEqualTo(content("pattern", "x", "context", 1));
        assertThat(content("pattern", "5 x", "-C", 2, "-A", 0)).isEqualTo("f-3-3\nf-4-4\nf:5:5 x");
    }

    @Test
    void separates_files_when_there_is_context() {
        workspace.put("a", "x\n").put("b", "x\n");

        assertThat(content("pattern", "x", "-C", 1)).isEqualTo("a:1:x\n--\nb:1:x");
    }

    @Test
    void shows_only_the_parts_that_match() {
        workspace.put("f", "ab ac\nad\n");

        assertThat(content("pattern", "a.", "-o", true)).isEqualTo("f:1:ab\nf:1:ac\nf:2:ad");
    }

    @Test
    void counts_lines_and_sums_them_up() {
        workspace.put("a", "x x\nx\n").put("b", "x");

        assertThat(grep("pattern", "x", "output_mode", "count")).isEqualTo("a:2\nb:1\n[3 matches in 2 files.]");
    }

    @Test
    void pages_through_results() {
        workspace.put("f", "x\n".repeat(300)).put("g", "x\n".repeat(5));

        assertThat(content("pattern", "x").lines())
                .hasSize(251)
                .endsWith("f:250:x", "[There is more; go on with offset 250.]");
        assertThat(content("pattern", "x", "offset", 299, "head_limit", 2).lines())
                .containsExactly("f:300:x", "g:1:x", "[There is more; go on with offset 301.]");
        assertThat(content("pattern", "x", "head_limit", 0).lines()).hasSize(305);
        assertThat(content("pattern", "x", "offset", 400))
                .isEqualTo("[offset 400 is past the end: there are 305 lines of results.]");
        assertThat(grep("pattern", "x", "head_limit", 1)).isEqualTo("f\n[There is more; go on with offset 1.]");
    }

    @Test
    void honours_ignore_files_hides_dot_files_and_passes_over_binaries() {
        workspace
                .put(".gitignore", "*.log\n!keep.log\n/build/\n")
                .put("a.log", "x")
                .put("keep.log", "x")
                .put("build/f", "x")
                .put("sub/build/f", "x")
                .put("sub/.ignore", "g\n")
                .put("sub/g", "x")
                .put(".env", "x")
                .put("binary", "x\0");

        assertThat(grep("pattern", "x")).isEqualTo("keep.log\nsub/build/f");
        assertThat(grep("pattern", "x", "path", "sub")).isEqualTo("sub/build/f");
        assertThat(grep("pattern", "x", "path", ".env")).isEqualTo(".env");
        assertThat(grep("pattern", "x", "path", "a.log")).isEqualTo("a.log");
    }

    @Test
    void selects_files_by_glob_and_type() {
        workspace.put("A.java", "x").put("src/B.java", "x").put("c.py", "x").put("d.md", "x");

        assertThat(grep("pattern", "x", "glob", "*.java")).isEqualTo("A.java\nsrc/B.java");
        assertThat(grep("pattern", "x", "glob", "src/**")).isEqualTo("src/B.java");
        assertThat(grep("pattern", "x", "glob", "!*.java")).isEqualTo("c.py\nd.md");
        assertThat(grep("pattern", "x", "glob", "*.{py,md}")).isEqualTo("c.py\nd.md");
        assertThat(grep("pattern", "x", "type", "java")).isEqualTo("A.java\nsrc/B.java");
        assertThatThrownBy(() -> grep("pattern", "x", "type", "cobol"))
                .isInstanceOf(ToolInputException.class)
                .hasMessageStartingWith("unknown type \"cobol\"; use glob, or one of asm, c, ");
    }

    @Test
    void matches_across_lines_when_told() {
        workspace.put("f", "class A\n{\n}\n");

        assertThat(grep("pattern", "A.*\\{")).isEqualTo("No matches found.");
        assertThat(content("pattern", "A.*\\{", "multiline", true)).isEqualTo("f:1:class A\nf:2:{");
        assertThat(grep("pattern", "\\s", "output_mode", "count")).startsWith("f:1\n");
    }

    @Test
    void leaves_out_what_the_rules_hide() {
        workspace.put("a", "x").put("secret/b", "x");
        context.readable(path -> !path.literal().contains("/secret/"));

        assertThat(grep("pattern", "x")).isEqualTo("a");
        assertThat(content("pattern", "x")).isEqualTo("a:1:x");
        assertThat(grep("pattern", "x", "output_mode", "count")).isEqualTo("a:1\n[1 match in 1 file.]");
    }

    @Test
    void refuses_patterns_that_are_malformed_or_need_backtracking() {
        for (String pattern : new String[] {"(", "(a+)+\\1b", "(?=a)", "a{2000}", ""}) {
            assertThatThrownBy(() -> grep("pattern", pattern)).isInstanceOf(ToolInputException.class);
        }
        assertThatThrownBy(() -> grep("pattern", "x", "path", "absent")).isInstanceOf(ToolFailureException.class);
        assertThatThrownBy(() -> grep("pattern", "x", "glob", "{")).isInstanceOf(ToolInputException.class);
    }

    @Test
    void ends_when_the_run_is_cancelled() {
        workspace.put("f", "x");
        context.cancellation().cancel();

        assertThatThrownBy(() -> grep("pattern", "x"))
                .isInstanceOf(ToolFailureException.class)
                .hasMessage("The search was cancelled.");
    }

    @Test
    void declares_the_place() {
        assertThat(grep.prepare(Calls.input("pattern", "-v")).accesses()).containsExactly(new Access.Read("."));
        assertThat(grep.prepare(Calls.input("pattern", "x", "path", "/etc")).accesses())
                .containsExactly(new Access.Read("/etc"));
    }
}
