package dev.cadre.tools.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.FakeToolContext;
import dev.cadre.tools.InMemoryWorkspace;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.permission.Access;
import org.junit.jupiter.api.Test;

class WriteToolTest {

    private final InMemoryWorkspace workspace = new InMemoryWorkspace();
    private final FakeToolContext context = new FakeToolContext(workspace);
    private final Tool write = WriteTool.create();

    private String write(String file, String content) {
        return context.call(write, Calls.input("file_path", file, "content", content));
    }

    @Test
    void creates_a_file_without_asking_for_a_read() {
        assertThat(write("docs/new.md", "# A\nb\n")).isEqualTo("Created \"docs/new.md\" (2 lines).");
        assertThat(workspace.get("docs/new.md")).isEqualTo("# A\nb\n");
    }

    @Test
    void replaces_only_what_was_read_and_has_not_changed() {
        workspace.put("f", "old");

        assertThatThrownBy(() -> write("f", "new"))
                .isInstanceOf(ToolFailureException.class)
                .hasMessage("\"f\" exists and has not been read; read it before you replace it.");
        context.call(ReadTool.create(), Calls.input("file_path", "f"));
        workspace.put("f", "changed");
        assertThatThrownBy(() -> write("f", "new"))
                .hasMessage("\"f\" has changed since it was read; read it again before you replace it.");
        context.call(ReadTool.create(), Calls.input("file_path", "f"));
        assertThat(write("f", "new")).isEqualTo("Replaced \"f\" (1 line).");
        assertThat(write("f", "newer")).isEqualTo("Replaced \"f\" (1 line).");
        assertThat(workspace.get("f")).isEqualTo("newer");
    }

    @Test
    void refuses_a_folder() {
        workspace.put("d/f", "");

        assertThatThrownBy(() -> write("d", "x")).hasMessage("\"d\" is no regular file.");
    }

    @Test
    void declares_a_write() {
        assertThat(write.prepare(Calls.input("file_path", "f", "content", "")).accesses())
                .containsExactly(new Access.Write("f"));
    }
}
