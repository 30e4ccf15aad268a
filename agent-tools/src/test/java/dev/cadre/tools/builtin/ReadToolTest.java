package dev.cadre.tools.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.ContentBlock;
import dev.cadre.tools.FakeToolContext;
import dev.cadre.tools.InMemoryWorkspace;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.ToolInputException;
import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.permission.Access;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadToolTest {

    private final InMemoryWorkspace workspace = new InMemoryWorkspace();
    private final FakeToolContext context = new FakeToolContext(workspace);
    private final Tool read = ReadTool.create();

    private String read(Object... pairs) {
        return context.call(read, Calls.input(pairs));
    }

    @Test
    void numbers_lines_as_cat_does() {
        workspace.put("f", "one\r\n\n  three");

        assertThat(read("file_path", "f")).isEqualTo("     1\tone\n     2\t\n     3\t  three\n");
    }

    @Test
    void reads_a_range_and_says_that_the_file_goes_on() {
        workspace.put("f", "a\nb\nc\nd\n");

        assertThat(read("file_path", "f", "offset", 2, "limit", 2))
                .isEqualTo("     2\tb\n     3\tc\n[The file goes on: 4 lines in all.]\n");
        assertThat(read("file_path", "f", "offset", 3)).isEqualTo("     3\tc\n     4\td\n");
    }

    @Test
    void says_that_a_file_is_empty_or_shorter() {
        workspace.put("empty", "").put("f", "a\n");

        assertThat(read("file_path", "empty")).isEqualTo("[The file is empty.]\n");
        assertThat(read("file_path", "f", "offset", 5)).isEqualTo("[Line 5 is past the end: the file has 1 line.]\n");
    }

    @Test
    void shows_the_first_page_of_a_long_file() {
        workspace.put("long", "x\n".repeat(2500)).put("wide", ("y".repeat(1000) + "\n").repeat(200));

        assertThat(read("file_path", "long"))
                .endsWith("  2000\tx\n[PARTIAL view: lines 1 to 2000 of 2500. Read on with offset 2001.]\n");
        assertThat(read("file_path", "wide"))
                .hasSizeLessThan(101_000)
                .endsWith("[PARTIAL view: lines 1 to 99 of 200. Read on with offset 100.]\n");
    }

    @Test
    void refuses_a_range_of_too_many_characters() {
        workspace.put("wide", ("y".repeat(1000) + "\n").repeat(200));

        assertThatThrownBy(() -> read("file_path", "wide", "offset", 1, "limit", 150))
                .isInstanceOf(ToolFailureException.class)
                .hasMessage("lines 1 to 150 have more than 100000 characters; ask for fewer lines.");
    }

    @Test
    void cuts_a_line_of_many_characters() {
        workspace.put("f", "z".repeat(1_000_000));

        assertThat(read("file_path", "f"))
                .isEqualTo("     1\t" + "z".repeat(2000) + "… [cut; the line has 1000000 characters]\n");
    }

    @Test
    void reads_utf_16_and_leaves_out_byte_order_marks() {
        workspace.put("utf8", "\uFEFFä\n");
        workspace.write(workspace.resolve("utf16"), "\uFEFFä\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(read("file_path", "utf8")).isEqualTo("     1\tä\n");
        assertThat(read("file_path", "utf16")).isEqualTo("     1\tä\n");
    }

    @Test
    void shows_images_by_their_content() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        workspace.write(workspace.resolve("picture.txt"), png);

        ToolOutput output = read.prepare(Map.of("file_path", "picture.txt")).perform(context);

        assertThat(output.content()).containsExactly(new ContentBlock.Image("image/png", "iVBORw0KGgoAAA=="));
    }

    @Test
    void refuses_what_is_neither_text_nor_image() {
        workspace.put("binary", "a\0b").put("paper.pdf", "%PDF-1.7").put("d/f", "");
        workspace.write(workspace.resolve("bomb.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 1});

        assertThatThrownBy(() -> read("file_path", "binary"))
                .isInstanceOf(ToolFailureException.class)
                .hasMessage("\"binary\" is a binary file of 3 bytes; this tool reads text and images.");
        assertThatThrownBy(() -> read("file_path", "paper.pdf")).hasMessageContaining("is a PDF document");
        assertThatThrownBy(() -> read("file_path", "bomb.gz")).hasMessageContaining("is a binary file");
        assertThatThrownBy(() -> read("file_path", "d")).hasMessageContaining("is a folder; use Glob");
        assertThatThrownBy(() -> read("file_path", "absent")).hasMessage("\"absent\" does not exist.");
        assertThatThrownBy(() -> read("file_path", "../x"))
                .isInstanceOf(ToolFailureException.class)
                .hasMessageContaining("outside");
    }

    @Test
    void refuses_ranges_that_make_no_sense() {
        assertThatThrownBy(() -> read("file_path", "f", "offset", 0))
                .isInstanceOf(ToolInputException.class)
                .hasMessage("\"offset\" must be greater than or equal to 1");
        assertThatThrownBy(() -> read("file_path", "f", "limit", 0)).isInstanceOf(ToolInputException.class);
    }

    @Test
    void declares_the_file() {
        assertThat(read.prepare(Map.of("file_path", "a/../b")).accesses()).containsExactly(new Access.Read("a/../b"));
    }
}
