package dev.cadre.tools.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.permission.ResolvedPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same promises with descriptors of folders and, as the fallback, without. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths here are POSIX paths")
class ConfinedTreeTest {

    @TempDir
    private Path temp;

    private Path root;
    private ConfinedTree tree;

    private void open(boolean byPath) throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("ws"));
        tree = ConfinedTree.of(root, byPath);
    }

    private String read(String path) throws IOException {
        try (InputStream in = tree.file(tree.resolve(path))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void write(String path, String text) throws IOException {
        tree.write(tree.resolve(path), text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reads_what_it_wrote_and_keeps_mode_bits(boolean byPath) throws IOException {
        open(byPath);
        assertThat(tree.isHeld()).isEqualTo(!byPath);

        write("a/b/f", "one");
        Files.setPosixFilePermissions(root.resolve("a/b/f"), PosixFilePermissions.fromString("rwx--x---"));
        write("a/b/f", "two");

        assertThat(read("a/b/f")).isEqualTo("two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("a/b/f"))))
                .isEqualTo("rwx--x---");
        assertThat(root.resolve("a/b").toFile().list()).containsExactly("f");
        assertThat(root.toFile().list()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lists_names_in_order(boolean byPath) throws IOException {
        open(byPath);
        write("d/b", "");
        write("d/a", "");

        try (OpenFolder folder = tree.folder(tree.resolve("d"))) {
            assertThat(folder.list()).extracting(Path::toString).containsExactly("a", "b");
            assertThat(folder.look(Path.of("a")).isRegularFile()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refuses_a_folder_that_became_a_link(boolean byPath) throws IOException {
        open(byPath);
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("f"), "canary");
        write("d/f", "one");
        ResolvedPath path = tree.resolve("d/f");
        Files.move(root.resolve("d"), root.resolve("e"));
        Files.createSymbolicLink(root.resolve("d"), outside);

        assertThatThrownBy(() -> tree.file(path)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> tree.write(path, new byte[1])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> tree.look(path)).isInstanceOf(IOException.class);
        assertThat(outside.resolve("f")).hasContent("canary");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refuses_a_file_that_became_a_link(boolean byPath) throws IOException {
        open(byPath);
        Path outside = Files.writeString(temp.resolve("outside"), "canary");
        write("f", "one");
        ResolvedPath path = tree.resolve("f");
        Files.delete(root.resolve("f"));
        Files.createSymbolicLink(root.resolve("f"), outside);

        assertThatThrownBy(() -> tree.file(path)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> tree.write(path, new byte[1])).isInstanceOf(IOException.class);
        assertThat(outside).hasContent("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "a/b", "..", ".", ""})
    void takes_one_name_at_a_time(String name) throws IOException {
        open(false);
        Files.createDirectories(root.resolve("a/b"));

        try (OpenFolder folder = tree.folder(tree.resolve("."))) {
            Path path = Path.of(name);
            assertThatThrownBy(() -> folder.folder(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> folder.file(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> folder.look(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> folder.replace(path, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tells_absent_files_apart(boolean byPath) throws IOException {
        open(byPath);

        assertThatThrownBy(() -> read("absent")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> tree.look(tree.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
    }
}
