package dev.cadre.tools.sandbox;

import static dev.cadre.tools.sandbox.SandboxFixture.open;
import static dev.cadre.tools.sandbox.SandboxFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.LocalSandbox.Backend;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries to change what decides about programs that run on the host later. */
@ParameterizedClass
@EnumSource(Backend.class)
class SandboxProtectionTest {

    private final Backend backend;

    @TempDir
    private Path workspace;

    SandboxProtectionTest(Backend backend) {
        this.backend = backend;
    }

    private String output(String command) {
        try (SandboxSession session = open(backend, workspace)) {
            return run(session, command).stdout();
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = workspace.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void lets_read_but_not_change_a_repository() throws IOException {
        write(".git/config", "[core]\n");

        String output = output("cat .git/config; echo x >>.git/config && echo wrote; mkdir -p .git/hooks && echo made;"
                + " rm -rf .git && echo removed; mv .git old && echo moved; ln -sfn /tmp .git && echo linked;"
                + " umount .git && echo unmounted");

        assertThat(output).isEqualTo("[core]\n");
        assertThat(workspace.resolve(".git")).isDirectoryContaining("glob:**/config");
        assertThat(workspace.resolve(".git/config")).hasContent("[core]");
    }

    @Test
    void lets_nobody_make_a_protected_folder_that_is_absent() {
        String output =
                output("mkdir -p .claude/x .git/hooks && echo made; echo {} >.claude/settings.json && echo wrote;"
                        + " rmdir .claude && echo removed; mv .claude old && mkdir .claude && echo replaced;"
                        + " ln -sfn /tmp/decoy .codex && ls -d /tmp/decoy .codex/decoy");

        assertThat(output).isEmpty();
        assertThat(workspace).isEmptyDirectory();
    }

    @Test
    void lets_nobody_move_a_folder_that_leads_to_a_repository() throws IOException {
        write("libs/sub/.git/config", "[core]\n");
        write(".github/workflows/ci.yml", "on: push\n");

        String output =
                output("mv libs old && echo moved; mv libs/sub libs/old && echo moved; mv .github old && echo moved;"
                        + " echo x >libs/sub/.git/config && echo wrote; rm -rf libs .github; cat libs/sub/.git/config");

        assertThat(output).isEqualTo("[core]\n");
        assertThat(workspace.resolve(".github/workflows/ci.yml")).hasContent("on: push");
    }

    @Test
    void lets_nobody_change_settings_in_files() throws IOException {
        write(".mcp.json", "{}");

        assertThat(output(
                        "echo x >.mcp.json; rm -f .mcp.json; mv .mcp.json y; echo z >w; mv w .mcp.json; cat .mcp.json"))
                .isEqualTo("{}");
        assertThat(workspace.resolve(".mcp.json")).hasContent("{}");
    }

    @Test
    void refuses_a_protected_link() throws IOException {
        Files.createSymbolicLink(workspace.resolve(".claude"), Path.of("elsewhere"));

        assertThatThrownBy(() -> output("echo"))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContaining("/.claude\" is a symbolic link");
    }

    @Test
    void protects_to_the_end_of_the_last_sandbox_on_a_workspace() {
        try (SandboxSession second = open(backend, workspace)) {
            output("echo the first comes and goes");

            assertThat(workspace.resolve(".claude")).isDirectory();
            assertThat(run(second, "mkdir -p .claude/x && echo made; rmdir .claude && echo removed")
                            .stdout())
                    .isEmpty();
        }
        assertThat(workspace).isEmptyDirectory();
    }

    @Test
    void removes_what_a_killed_sandbox_left_and_nothing_else() throws IOException {
        Files.createDirectory(
                workspace.resolve(".claude"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        Files.createDirectory(workspace.resolve(".vscode"));

        output("echo");

        assertThat(workspace.resolve(".claude")).doesNotExist();
        assertThat(workspace.resolve(".vscode")).isDirectory();
    }
}
