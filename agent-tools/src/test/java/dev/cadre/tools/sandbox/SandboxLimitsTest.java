package dev.cadre.tools.sandbox;

import static dev.cadre.tools.sandbox.SandboxFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.LocalSandbox.Backend;
import dev.cadre.tools.SandboxLimits;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxSpec;
import dev.cadre.tools.ShellCommand;
import dev.cadre.tools.egress.DomainList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks for somewhat more than is allowed, never for more than the machine can bear without a limit. */
@ParameterizedClass
@EnumSource(Backend.class)
class SandboxLimitsTest {

    private final Backend backend;

    @TempDir
    private Path workspace;

    SandboxLimitsTest(Backend backend) {
        this.backend = backend;
    }

    private CommandResult result(SandboxLimits limits, String command) {
        LocalSandbox sandbox =
                LocalSandbox.builder().backends(backend).limits(limits).build();
        try (SandboxSession session = sandbox.open(new SandboxSpec(workspace, false))) {
            return run(session, command);
        }
    }

    private static String fork(int count) {
        return "perl -e 'for (1 .. " + count + ") { $p = fork; if (!defined $p) { print \"refused\"; exit }"
                + " if (!$p) { sleep 60; exit } } print \"unbounded\"'";
    }

    @Test
    void bounds_processes() {
        assertThat(result(SandboxLimits.builder().processes(64).build(), fork(100))
                        .stdout())
                .isEqualTo("refused");
        assertThat(result(SandboxLimits.create(), fork(100)).stdout()).isEqualTo("unbounded");
    }

    @Test
    void bounds_processes_of_root_without_control_groups() throws Exception {
        assumeTrue(Files.getAttribute(workspace, "unix:uid").equals(0), "needs root");
        assumeTrue(ProcessBound.isAtLeast(System.getProperty("os.version"), 6, 14), "needs Linux 6.14");
        SandboxPlan plan = new SandboxPlan(
                workspace.toRealPath(),
                SandboxPlan.Network.NONE,
                DomainList.of(List.of(), List.of()),
                List.of(),
                List.of(),
                Map.of("PATH", "/usr/bin:/bin"),
                SandboxLimits.builder().processes(64).build(),
                SandboxPlan.Repository.READ);
        String before = ProcessBound.read(Path.of("/proc/sys/kernel/pid_max"));
        SandboxStarter starter = new SandboxStarter(
                plan,
                backend == Backend.BUBBLEWRAP ? new Bubblewrap() : new Unshare(),
                (name, limits) -> ControlGroups.none(),
                (socket, hosts) -> () -> {});

        try (RunningSandbox sandbox = starter.start()) {
            ShellCommand command = new ShellCommand(fork(500), Duration.ofSeconds(30));
            assertThat(sandbox.run(command, workspace, CancellationToken.create())
                            .result()
                            .stdout())
                    .isEqualTo("refused");
        }
        assertThat(ProcessBound.read(Path.of("/proc/sys/kernel/pid_max"))).isEqualTo(before);
    }

    @Test
    void bounds_memory() {
        String command = "perl -e '$x = \"a\" x (1 << 29); print \"got it\"'";

        assertThat(result(SandboxLimits.builder().memoryBytes(256L << 20).build(), command)
                        .stdout())
                .isEmpty();
        assertThat(result(SandboxLimits.create(), command).stdout()).isEqualTo("got it");
    }

    @Test
    void bounds_files() throws Exception {
        CommandResult result =
                result(SandboxLimits.builder().fileBytes(1 << 20).build(), "head -c 5M /dev/zero > big; echo $?");

        assertThat(result.stdout()).isNotEqualTo("0\n");
        assertThat(Files.size(workspace.resolve("big"))).isEqualTo(1 << 20);
    }

    @Test
    void bounds_the_temporary_folder() {
        CommandResult result = result(
                SandboxLimits.builder().temporaryBytes(1 << 20).build(),
                "head -c 5M /dev/zero > /tmp/big; head -c 5M /dev/zero > /dev/shm/big");

        assertThat(result.stderr()).containsPattern("(?s)No space left.*No space left");
    }

    @Test
    void bounds_open_files() {
        CommandResult result = result(
                SandboxLimits.builder().openFiles(64).build(),
                "ulimit -n 100; exec {f}</dev/null; ulimit -n; ulimit -Hn");

        assertThat(result.stdout()).isEqualTo("64\n64\n");
    }

    @Test
    void bounds_processor_time() {
        CommandResult result = result(
                SandboxLimits.builder().cpuTime(Duration.ofSeconds(1)).build(),
                "bash -c 'while :; do :; done'; echo $?");

        assertThat(result.stdout()).isEqualTo("137\n");
    }

    @Test
    void bounds_output() {
        CommandResult result =
                result(SandboxLimits.builder().outputBytes(1 << 20).build(), "yes; echo never");

        assertThat(result.end()).isEqualTo(CommandResult.End.FLOODED);
        assertThat(result.stdout().length()).isLessThan(300_000);
    }
}
