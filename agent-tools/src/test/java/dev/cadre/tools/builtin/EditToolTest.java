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

class EditToolTest {

    private final InMemoryWorkspace workspace = new InMemoryWorkspace();
    private final FakeToolContext context = new FakeToolContext(workspace);
    private final Tool edit = EditTool.create();

    private String edit(String file, String old, String fresh, Object... more) {
        Object[] pairs = new Object[6 + more.length];
        System.arraycopy(new Object[] {"file_path", file, "old_string", old, "new_string", fresh}, 0, pairs, 0, 6);
        System.arraycopy(more, 0, pairs, 6, more.length);
        return context.call(edit, Calls.input(pairs));
    }

    private void read(String file) {
        context.call(ReadTool.create(), Calls.input("file_path", file));
    }

    @Test
    void replaces_the_one_occurrence_and_shows_what_came_of_it() {
        workspace.put("f", "a\nb\nc\nd\ne\nf\ng\n");
        read("f");

        assertThat(edit("f", "f", "F1\nF2"))
                .startsWith("Edited \"f\" in 1 place:\n     2\tb\n")
                .endsWith("     6\tF1\n     7\tF2\n     8\tg\n");
        assertThat(workspace.get("f")).isEqualTo("a\nb\nc\nd\ne\nF1\nF2\ng\n");
    }

    @Test
    void refuses_text_that_is_absent_or_occurs_twice() {
        workspace.put("f", "a a\n");
        read("f");

        assertThatThrownBy(() -> edit("f", "x", "y"))
                .isInstanceOf(ToolFailureException.class)
                .hasMessage("\"f\" does not hold old_string.");
        assertThatThrownBy(() -> edit("f", "a", "b"))
                .hasMessage("\"f\" holds old_string 2 times; give more of the text around it, or set replace_all.");
        assertThat(workspace.get("f")).isEqualTo("a a\n");
    }

    @Test
    void replaces_all_when_told() {
        workspace.put("f", "a a $1\n");
        read("f");

        edit("f", "a", "$1\\", "replace_all", true);

        assertThat(workspace.get("f")).isEqualTo("$1\\ $1\\ $1\n");
    }

    @Test
    void needs_to_have_read_the_whole_file_or_a_range() {
        workspace.put("f", "a\n").put("long", "x\n".repeat(3000) + "y\n");

        assertThatThrownBy(() -> edit("f", "a", "b"))
                .hasMessage("\"f\" has not been read; read it before you edit it.");
        read("long");
        assertThatThrownBy(() -> edit("long", "y", "z")).hasMessageContaining("read in part only");
        context.call(ReadTool.create(), Calls.input("file_path", "long", "offset", 3001));
        edit("long", "y", "z");
        assertThat(workspace.get("long")).endsWith("x\nz\n");
    }

    @Test
    void edits_a_file_that_changed_since_if_the_match_is_exact() {
        workspace.put("f", "a\n");
        read("f");
        workspace.put("f", "new\na\n");

        edit("f", "a", "b");

        assertThat(workspace.get("f")).isEqualTo("new\nb\n");
        workspace.put("f", "other\n");
        assertThatThrownBy(() -> edit("f", "b", "c"))
                .hasMessage("\"f\" does not hold old_string, and has changed since it was read; read it again.");
    }

    @Test
    void keeps_carriage_returns() {
        workspace.put("f", "a\r\nb\r\n").put("mixed", "a\r\nb\n");
        read("f");
        read("mixed");

        edit("f", "a\nb", "a\nx\nb");
        assertThat(workspace.get("f")).isEqualTo("a\r\nx\r\nb\r\n");
        assertThatThrownBy(() -> edit("mixed", "a\nb", "c")).hasMessageContaining("does not hold old_string");
    }

    @Test
    void leaves_bytes_alone_that_are_no_utf_8() {
        byte[] content = {(byte) 0xFF, 'a', (byte) 0xFE, '\n'};
        workspace.write(workspace.resolve("f"), content);
        read("f");

        edit("f", "a", "ä");

        assertThat(workspace.read(workspace.resolve("f"), 100)).containsExactly(0xFF, 0xC3, 0xA4, 0xFE, '\n');
    }

    @Test
    void creates_a_file_for_an_empty_old_string() {
        assertThat(edit("new/f", "", "text")).isEqualTo("Created \"new/f\".");
        assertThat(workspace.get("new/f")).isEqualTo("text");
        assertThatThrownBy(() -> edit("new/f", "", "more")).hasMessageContaining("exists");
        edit("new/f", "text", "more");
        assertThat(workspace.get("new/f")).isEqualTo("more");
    }

    @Test
    void refuses_an_edit_that_changes_nothing() {
        assertThatThrownBy(() -> edit("f", "a", "a"))
                .isInstanceOf(ToolInputException.class)
                .hasMessage("\"old_string\" and \"new_string\" are equal; nothing would change");
    }

    @Test
    void refuses_what_is_no_file() {
        workspace.put("d/f", "");

        assertThatThrownBy(() -> edit("d", "a", "b")).hasMessage("\"d\" is no regular file.");
        assertThatThrownBy(() -> edit("absent", "a", "b"))
                .hasMessage("\"absent\" does not exist; give an empty old_string to create it.");
    }

    @Test
    void declares_a_write() {
        assertThat(edit.prepare(Calls.input("file_path", "f", "old_string", "a", "new_string", "b"))
                        .accesses())
                .containsExactly(new Access.Write("f"));
    }
}
