package dev.cadre.tools.sandbox;

import static dev.cadre.tools.sandbox.SandboxFixture.open;
import static dev.cadre.tools.sandbox.SandboxFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.CommandResult;
import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.LocalSandbox.Backend;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxSpec;
import dev.cadre.tools.SandboxUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
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

    @Test
    void sets_protected_files_and_deeper_folders_aside_that_a_command_made() throws IOException {
        write("gradle/libs.toml", "");

        try (SandboxSession session = open(backend, workspace)) {
            CommandResult result = run(
                    session,
                    "echo {} >.mcp.json; mkdir -p .github/workflows .config; echo x >.github/workflows/ci.yml;"
                            + " mkdir -p /tmp/w gradle/wrapper; ln -s /tmp/w .config/git; echo kept >file");

            assertThat(result.exitCode()).isEqualTo(126);
            assertThat(result.stderr())
                    .contains("\".mcp.json\"")
                    .contains("\".github/workflows\"")
                    .contains("\".config/git\"")
                    .contains("\"gradle/wrapper\"");
            assertThat(run(session, "echo next").exitCode()).isZero();
        }
        for (String name : List.of(".mcp.json", ".github/workflows", ".config/git", "gradle/wrapper")) {
            assertThat(Files.exists(workspace.resolve(name), LinkOption.NOFOLLOW_LINKS))
                    .as(name)
                    .isFalse();
        }
        assertThat(workspace.resolve(".mcp.json.set-aside")).hasContent("{}");
        assertThat(workspace.resolve("file")).hasContent("kept");
    }

    @Test
    void sets_aside_a_link_that_leads_to_a_protected_folder() throws IOException {
        Path outside = Files.createDirectory(workspace.resolve("decoy"));
        try (SandboxSession session = open(backend, workspace)) {
            assertThat(run(session, "mkdir decoy/workflows; ln -s decoy .github")
                            .exitCode())
                    .isEqualTo(126);
        }
        assertThat(outside.resolve("workflows")).isDirectory();
        assertThat(Files.exists(workspace.resolve(".github"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void sets_aside_at_the_end_what_a_background_process_made() {
        try (SandboxSession session = open(backend, workspace)) {
            run(session, "(until [ -e go ]; do :; done; echo x >.npmrc; touch gone) & touch started");
            run(session, "touch go");
            awaitFile(workspace.resolve("gone"));
        }
        assertThat(workspace.resolve(".npmrc")).doesNotExist();
        assertThat(workspace.resolve(".npmrc.set-aside")).hasContent("x");
    }

    @Test
    void accepts_and_protects_what_a_tool_of_the_host_wrote() throws IOException {
        write(".npmrc", "old");
        try (SandboxSession session = open(backend, workspace)) {
            run(session, "echo");
            // An exchange on the host takes the mount inside away.
            write("new", "approved");
            Files.move(workspace.resolve("new"), workspace.resolve(".npmrc"), StandardCopyOption.REPLACE_EXISTING);
            session.wroteOnHost(workspace.resolve(".npmrc"));
            write(".mcp.json", "approved");
            session.wroteOnHost(workspace.resolve(".mcp.json"));

            CommandResult result = run(session, "echo x >.npmrc; echo x >.mcp.json; cat .npmrc .mcp.json");

            assertThat(result.stdout()).isEqualTo("approvedapproved");
        }
        assertThat(workspace.resolve(".npmrc")).hasContent("approved");
        assertThat(workspace.resolve(".mcp.json")).hasContent("approved");
    }

    @Test
    void protects_what_a_program_of_the_host_exchanged() throws IOException {
        write(".mcp.json", "old");
        try (SandboxSession session = open(backend, workspace)) {
            run(session, "echo");
            write("new", "by a person");
            Files.move(workspace.resolve("new"), workspace.resolve(".mcp.json"), StandardCopyOption.REPLACE_EXISTING);

            run(session, "echo x >.mcp.json");
        }
        assertThat(workspace.resolve(".mcp.json")).hasContent("by a person");
    }

    @Test
    void lets_commit_where_the_host_says_so_but_not_change_what_runs_programs() throws Exception {
        String git = "git init -q . && git config user.name a && git config user.email a@b.example && echo 1 >f"
                + " && git add f && git commit -qm first && rm -rf .git/hooks";
        assertThat(new ProcessBuilder("bash", "-c", git)
                        .directory(workspace.toFile())
                        .start()
                        .waitFor())
                .isZero();
        try (SandboxSession session =
                LocalSandbox.builder().backends(backend).commits().build().open(new SandboxSpec(workspace, false))) {
            CommandResult commit =
                    run(session, "echo 2 >f; git add f && git commit -qm second && git log --oneline | wc -l");
            assertThat(commit.stdout()).as(commit.stderr()).isEqualTo("2\n");

            run(
                    session,
                    "git config core.fsmonitor x; echo x >>.git/config; mv .git/config .git/c; mv .git old;"
                            + " mv .git/info .git/i; echo x >>.git/info/attributes; rm -f .git/config");
            CommandResult made = run(session, "mkdir .git/hooks; echo /tmp >.git/commondir; mkdir .git/objects/info");
            assertThat(made.stderr()).contains("\".git/hooks\"", "\".git/commondir\"");
        }
        assertThat(workspace.resolve(".git/config")).content().doesNotContain("fsmonitor", "x\n");
        assertThat(workspace.resolve(".git/info/attributes")).doesNotExist();
        assertThat(workspace.resolve(".git/hooks")).doesNotExist();
        assertThat(workspace.resolve(".git/commondir")).doesNotExist();
    }

    private static void awaitFile(Path file) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("no file " + file).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
