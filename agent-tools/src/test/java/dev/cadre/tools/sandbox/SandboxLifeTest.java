package dev.cadre.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.LocalSandbox.Backend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at sandboxes of other JVMs: of ordinary users, of killed ones, of hosts without the programs. */
class SandboxLifeTest {

    @TempDir
    private Path workspace;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Backend.class)
    void works_for_an_ordinary_user(Backend backend) throws Exception {
        String output = output(OtherJvm.asOrdinaryUser(
                folder,
                workspace,
                backend.name(),
                "test \"$(id -u)\" != 0 && echo ordinary; echo data > file; cat file",
                "for f in /etc/x /usr/x /x .git/x; do (: >$f) 2>/dev/null && echo wrote $f; done;"
                        + " (echo 'done x 0' >/proc/1/fd/1) 2>/dev/null && echo forged; grep CapEff /proc/self/status",
                "perl -e 'for (1 .. 400) { $p = fork; if (!defined $p) { print \"refused\\n\"; exit }"
                        + " if (!$p) { sleep 60; exit } } print \"unbounded\\n\"'",
                "kill -9 -1",
                "echo alive"));

        assertThat(output).isEqualTo("ordinary\ndata\nCapEff:\t0000000000000000\nrefused\nalive\n");
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void all_processes_die_with_a_killed_jvm(Backend backend) throws Exception {
        allProcessesDie(OtherJvm.asThisUser(
                workspace, backend.name(), "setsid nohup sleep 7778 >/dev/null 2>&1 & (sleep 7779 &)", "hang"));
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void all_processes_of_an_ordinary_user_die_with_a_killed_jvm(Backend backend) throws Exception {
        allProcessesDie(OtherJvm.asOrdinaryUser(
                folder, workspace, backend.name(), "setsid nohup sleep 7778 >/dev/null 2>&1 & (sleep 7779 &)", "hang"));
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void cleans_up_behind_an_ordinary_user_whatever_commands_did_to_its_files(Backend backend) throws Exception {
        Path files = Files.createDirectory(folder.resolve("files"));
        String close = "cd /run/cadre; mkdir -p x/y; touch x/y/z; chmod 0 x/y x; chmod 500 .";
        ProcessBuilder jvm = OtherJvm.asOrdinaryUser(folder, workspace, backend.name(), close, "echo alive", close);
        Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwxrwxrwx"));
        jvm.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + files);

        assertThat(output(jvm)).endsWith("\nalive\n");
        assertThat(files).isEmptyDirectory();
    }

    private void allProcessesDie(ProcessBuilder builder) throws Exception {
        Process jvm = builder.redirectErrorStream(true).start();
        List<ProcessHandle> processes;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("hanging");
            processes = jvm.descendants().toList();
            assertThat(processes).hasSizeGreaterThan(4);
        } finally {
            jvm.destroyForcibly();
        }

        for (ProcessHandle process : processes) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(workspace).isEmptyDirectory();
    }

    @Test
    void says_what_to_install_where_nothing_is() throws Exception {
        ProcessBuilder builder = OtherJvm.asThisUser(workspace, "BUBBLEWRAP,UNSHARE", "echo never");
        builder.environment().put("PATH", folder.toString());

        assertThat(output(builder))
                .contains("no sandbox for commands can be had here, so none is run")
                .contains("install the package bubblewrap, or util-linux and perl")
                .doesNotContain("never");
    }

    private static String output(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
