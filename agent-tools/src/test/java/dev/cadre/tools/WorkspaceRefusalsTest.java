package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names what is no path of a workspace, wherever it leads. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths here are POSIX paths")
class WorkspaceRefusalsTest {

    @TempDir
    private Path temp;

    private Path root;
    private LocalWorkspace workspace;

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("ws"));
        workspace = LocalWorkspace.open(root);
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(name), Path.of(target));
    }

    @Test
    void refuses_links_in_a_circle() throws IOException {
        link("a", "b");
        link("b", "a");

        assertThatThrownBy(() -> workspace.resolve("a/x"))
                .isInstanceOf(PathRefusedException.class)
                .hasMessage("\"a/x\" is refused: it has more than 40 links");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\0b",
                "\\\\evil\\share\\x",
                "C:\\Windows\\win.ini",
                "file:///etc/passwd",
                "https://example.com/x",
                "~/.ssh/id_rsa",
                "~root/.ssh/id_rsa",
                "$HOME/.ssh/id_rsa",
                "${HOME}/x",
                "/proc/self/environ",
                "/proc/self/cwd/../etc/passwd",
                "/dev/zero",
                "/sys/kernel",
                "\ud800",
            })
    void refuses_malformed_and_system_paths(String path) {
        assertThatThrownBy(() -> workspace.resolve(path)).isInstanceOf(PathRefusedException.class);
    }

    @Test
    void refuses_names_and_paths_that_are_too_long() {
        assertThatThrownBy(() -> workspace.resolve("a".repeat(256)))
                .isInstanceOf(PathRefusedException.class)
                .hasMessageEndingWith("one of its names is longer than 255 bytes");
        assertThatThrownBy(() -> workspace.resolve("a/".repeat(2100)))
                .isInstanceOf(PathRefusedException.class)
                .hasMessageEndingWith("it is longer than 4096 bytes");
    }

    @Test
    void refuses_a_link_into_the_system() throws IOException {
        link("environ", "/proc/self/environ");

        assertThatThrownBy(() -> workspace.resolve("environ")).isInstanceOf(PathRefusedException.class);
    }

    @Test
    void refuses_a_pipe_without_opening_it() throws Exception {
        Process process = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
        assertThat(process.waitFor()).isZero();

        assertThatThrownBy(() -> workspace.resolve("pipe"))
                .isInstanceOf(PathRefusedException.class)
                .hasMessageContaining("a pipe, a socket or a device");
        ResolvedPath pipe = new ResolvedPath(root + "/pipe", root + "/pipe", true);
        assertThatThrownBy(() -> workspace.read(pipe, 10)).hasMessageEndingWith("it is no regular file");
        assertThatThrownBy(() -> workspace.write(pipe, new byte[1])).hasMessageEndingWith("it is no regular file");
    }

    @Test
    void refuses_a_file_with_another_name_outside() throws IOException {
        Files.createLink(root.resolve("hard"), Files.writeString(root.resolveSibling("secret"), "canary"));

        assertThatThrownBy(() -> workspace.resolve("hard"))
                .isInstanceOf(PathRefusedException.class)
                .hasMessageContaining("hard link");
    }
}
