package dev.cadre.tools.sandbox;

import static dev.cadre.tools.sandbox.SandboxFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.CommandResult;
import dev.cadre.tools.CommandResult.End;
import dev.cadre.tools.SandboxLimits;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxUnavailableException;
import dev.cadre.tools.egress.DomainList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Reads the profile's text, and drives the session with a program that confines nothing in the place of macOS's own. */
@DisabledOnOs(OS.WINDOWS)
class SeatbeltTest {

    @TempDir
    private Path folder;

    private SandboxPlan plan(SandboxPlan.Repository repository, Path workspace) {
        return new SandboxPlan(
                workspace,
                SandboxPlan.Network.NONE,
                DomainList.of(List.of(), List.of()),
                List.of(Path.of("/opt/jdk")),
                List.of(workspace.resolve("keys")),
                Map.of("PATH", "/usr/bin:/bin", "A", "1"),
                SandboxLimits.create(),
                repository);
    }

    private String profile(SandboxPlan.Repository repository) {
        return SeatbeltProfile.of(plan(repository, Path.of("/Users/a/w.s")), Path.of("/t/tmp"), Path.of("/t/control"));
    }

    @Test
    void denies_what_is_to_be_hidden() {
        assertThat(profile(SandboxPlan.Repository.READ).lines())
                .contains("(deny file-read* file-write* (subpath \"/Users/a/w.s/keys\"))");
    }

    @Test
    void denies_what_it_does_not_name() {
        String profile = profile(SandboxPlan.Repository.READ);

        assertThat(profile.lines()).startsWith("(version 1)", "(deny default)");
        assertThat(profile).doesNotContain("network", "mach", "(allow default)", "ipc-posix", "appleevent");
        assertThat(profile.lines().filter(line -> line.startsWith("(allow file-write*")))
                .containsExactly(
                        "(allow file-write* (subpath \"/Users/a/w.s\") (subpath \"/t/tmp\") (subpath \"/t/control\"))");
        assertThat(profile.lines().filter(line -> line.startsWith("(allow file-read* (subpath")))
                .singleElement()
                .asString()
                .contains("(subpath \"/usr\")", "(subpath \"/opt/jdk\")", "(subpath \"/Users/a/w.s\")")
                .doesNotContain("\"/Users\"", "\"/private/var\")", "\"/tmp\"", "\"/\")");
    }

    @Test
    void protects_places_whether_they_exist_or_not_in_any_case() {
        String profile = profile(SandboxPlan.Repository.READ);

        for (String path : List.of(
                ".git",
                ".git/hooks/pre-commit",
                ".GIT/config",
                "lib/sub/.git/config",
                ".mcp.json",
                ".Claude/settings.json",
                ".github/workflows/ci.yml",
                "gradle/wrapper/x.jar",
                ".npmrc")) {
            assertThat(verdict(profile, "file-write*", "/Users/a/w.s/" + path))
                    .as(path)
                    .isEqualTo("deny");
        }
        for (String path :
                List.of("src/A.java", ".github/x", "gradle/libs.toml", ".gitignore", "git/config", "a.mcp.json")) {
            assertThat(verdict(profile, "file-write*", "/Users/a/w.s/" + path))
                    .as(path)
                    .isEqualTo("allow");
        }
        assertThat(verdict(profile, "file-write*", "/Users/a/wxs/src")).isEqualTo("none");
        assertThat(verdict(profile, "file-write-unlink", "/Users/a/w.s/.github"))
                .isEqualTo("deny");
        assertThat(verdict(profile, "file-write-unlink", "/Users/a/w.s")).isEqualTo("deny");
    }

    @Test
    void hides_secrets_but_not_their_examples() {
        String profile = profile(SandboxPlan.Repository.READ);

        for (String path : List.of(".env", ".env.local", ".ssh/id", ".ENV")) {
            assertThat(verdict(profile, "file-read*", "/Users/a/w.s/" + path))
                    .as(path)
                    .isEqualTo("deny");
        }
        assertThat(verdict(profile, "file-read*", "/Users/a/w.s/.env.example")).isEqualTo("allow");
        assertThat(verdict(profile, "file-read*", "/Library/Keychains/System.keychain"))
                .isEqualTo("deny");
        assertThat(verdict(profile, "file-read*", "/Users/a/.zsh_history")).isEqualTo("none");
    }

    @Test
    void lets_commit_and_protects_what_runs_programs() {
        String profile = profile(SandboxPlan.Repository.COMMIT);

        assertThat(verdict(profile, "file-write*", "/Users/a/w.s/.git/index.lock"))
                .isEqualTo("allow");
        assertThat(verdict(profile, "file-write*", "/Users/a/w.s/.git/config")).isEqualTo("deny");
        assertThat(verdict(profile, "file-write*", "/Users/a/w.s/.git/hooks/x")).isEqualTo("deny");
        assertThat(verdict(profile, "file-write*", "/Users/a/w.s/sub/.git/index"))
                .isEqualTo("deny");
        assertThat(verdict(profile, "file-write-unlink", "/Users/a/w.s/.git")).isEqualTo("deny");
    }

    @Test
    void a_workspace_can_not_end_a_string_of_the_profile() {
        String profile = SeatbeltProfile.of(
                plan(SandboxPlan.Repository.READ, Path.of("/w\")(allow default)(x \"[^\\")),
                Path.of("/t"),
                Path.of("/c"));

        assertThat(profile.lines())
                .allSatisfy(line -> assertThat(line.replace("\\\\", "")
                                        .replace("\\\"", "")
                                        .chars()
                                        .filter(c -> c == '"')
                                        .count()
                                % 2)
                        .isZero());
        assertThat(profile).contains("(subpath \"/w\\\")(allow default)(x \\\"[^\\\\\")");
    }

    /** Does what macOS does: the last line that means operation and path holds. */
    private static String verdict(String profile, String operation, String path) {
        String verdict = "none";
        for (String line : profile.lines().toList()) {
            Matcher filters = Pattern.compile("\\((subpath|literal|regex) #?\"([^\"]*)\"\\)")
                    .matcher(line);
            boolean isMeant = line.matches(".*[ (]" + Pattern.quote(operation) + "[ )].*");
            while (isMeant && filters.find()) {
                String text = filters.group(2);
                boolean matches = switch (filters.group(1)) {
                    case "subpath" -> path.equals(text) || path.startsWith(text + "/");
                    case "literal" -> path.equals(text);
                    default -> Pattern.compile(text).matcher(path).find();
                };
                verdict = matches ? line.substring(1, line.indexOf(' ')) : verdict;
            }
        }
        return verdict;
    }

    @Test
    void refuses_a_program_that_does_not_confine() throws IOException {
        assertThatThrownBy(() -> SeatbeltSession.open(plan(SandboxPlan.Repository.READ, workspace()), loose(), true))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContaining("a command can write outside of the workspace")
                .hasMessageContaining("a command can connect to the host")
                .hasMessageContaining("a command can make .mcp.json");
        assertThatThrownBy(() -> SeatbeltSession.open(
                        plan(SandboxPlan.Repository.READ, workspace()), folder.resolve("absent"), true))
                .isInstanceOf(SandboxUnavailableException.class);
    }

    @Test
    void runs_commands_with_the_plans_environment_and_folder() throws IOException {
        try (SandboxSession session =
                SeatbeltSession.open(plan(SandboxPlan.Repository.READ, workspace()), loose(), false)) {
            assertThat(run(session, "echo $A; echo e >&2; cat; mkdir d; cd d; exit 3"))
                    .isEqualTo(new CommandResult(3, "1\n", "e\n", End.EXITED));
            assertThat(run(session, "pwd -P").stdout()).isEqualTo(workspace() + "/d\n");
            // The shell may live long enough to say that its child was killed.
            assertThat(run(session, "echo x; sleep 60", Duration.ofMillis(300)))
                    .returns(137, CommandResult::exitCode)
                    .returns("x\n", CommandResult::stdout)
                    .returns(End.TIMED_OUT, CommandResult::end);
        }
    }

    private Path workspace() throws IOException {
        return Files.createDirectories(folder.toRealPath().resolve("ws"));
    }

    private Path loose() throws IOException {
        Path program = folder.resolve("sandbox-exec");
        Files.writeString(program, "#!/bin/bash\nshift 2\nexec \"$@\"\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
