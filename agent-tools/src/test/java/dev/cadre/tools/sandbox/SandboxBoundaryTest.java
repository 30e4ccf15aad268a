package dev.cadre.tools.sandbox;

import static dev.cadre.tools.sandbox.SandboxFixture.open;
import static dev.cadre.tools.sandbox.SandboxFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.CommandResult;
import dev.cadre.tools.LocalSandbox.Backend;
import dev.cadre.tools.SandboxSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries to get out. Each test fails if the attempt succeeds, and if what should work does not. */
@ParameterizedClass
@EnumSource(Backend.class)
class SandboxBoundaryTest {

    private final Backend backend;

    @TempDir
    private Path workspace;

    @TempDir
    private Path elsewhere;

    private SandboxSession session;

    SandboxBoundaryTest(Backend backend) {
        this.backend = backend;
    }

    @AfterEach
    void end() {
        if (session != null) {
            session.close();
        }
    }

    private String output(String command) {
        if (session == null) {
            session = open(backend, workspace);
        }
        CommandResult result = run(session, command);
        assertThat(result.end()).isEqualTo(CommandResult.End.EXITED);
        return result.stdout() + result.stderr();
    }

    @Test
    void shows_nothing_of_the_host_but_programs_settings_and_the_workspace() throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "s3cret");

        assertThat(output("cat " + elsewhere
                        + "/secret 2>&1; ls /root /home /work /opt /srv /mnt /sys 2>/dev/null; ls / 2>&1"))
                .doesNotContain("s3cret")
                .endsWith("No such file or directory\nbin\ndev\netc\nlib\nlib64\nproc\nrun\nsbin\ntmp\nusr\nvar\n"
                        .replace("lib64\n", Files.exists(Path.of("/lib64")) ? "lib64\n" : ""));
    }

    @Test
    void writes_nowhere_but_in_the_workspace_and_temporary_folders() {
        String writable =
                output("for d in / /usr /etc /run /run/* /dev /var /var/tmp /proc/sys /tmp /dev/shm \"$PWD\"; do"
                        + " (: >\"$d/.probe\") 2>/dev/null && echo \"$d\"; done");

        assertThat(writable).isEqualTo("/run/cadre\n/tmp\n/dev/shm\n" + workspace + "\n");
    }

    @Test
    void reaches_neither_keys_of_the_kernel_nor_the_machine_that_runs_this_one() {
        int keyctl = System.getProperty("os.arch").equals("amd64") ? 250 : 219;
        String perl = "$f = 'user'; print syscall(" + keyctl + ", 0, -3, 0), ' ', $! + 0, qq(\\n);"
                + " print socket(S, 40, 1, 0) ? 'made' : 'none', ' ', $! + 0, qq(\\n);"
                + " print syscall(425, 1, $f), ' ', $! + 0, qq(\\n)";

        assertThat(output("perl -e \"" + perl.replace("$", "\\$") + "\"")).isEqualTo("-1 38\nnone 97\n-1 38\n");
    }

    @Test
    void follows_no_link_out_of_the_workspace() throws IOException {
        Files.writeString(elsewhere.resolve("file"), "old");
        Files.createSymbolicLink(workspace.resolve("link"), elsewhere.resolve("file"));

        output("echo new > link");

        assertThat(elsewhere.resolve("file")).hasContent("old");
    }

    @Test
    void hides_what_ordinary_users_may_not_read() {
        assertThat(output("cat /etc/shadow /etc/gshadow | wc -c; ls -A /etc/ssl/private 2>/dev/null | wc -l"))
                .doesNotContain("root:")
                .endsWith("0\n0\n");
        assertThat(output("cat /proc/slabinfo /proc/vmallocinfo /proc/timer_list 2>/dev/null | wc -l"))
                .isEqualTo("0\n");
    }

    @Test
    void uses_no_device_and_runs_no_program_with_others_rights_from_the_workspace() {
        assertThat(output("grep -c ' /run/cadre \\| '\"$PWD\"' ' /proc/self/mountinfo;"
                        + " grep ' /run/cadre \\| '\"$PWD\"' \\| /usr ' /proc/self/mountinfo | grep -v 'nosuid,nodev'"))
                .isEqualTo("2\n");
    }

    @Test
    void hides_secrets_of_the_workspace() throws IOException {
        Files.writeString(workspace.resolve(".env"), "KEY=s3cret");
        Files.writeString(workspace.resolve(".env.example"), "KEY=example");
        Files.createDirectory(workspace.resolve(".ssh"));
        Files.writeString(workspace.resolve(".ssh/id"), "s3cret");
        Files.createDirectory(workspace.resolve("config"));
        Files.writeString(workspace.resolve("config/local"), "KEY=s3cret");
        Files.createSymbolicLink(workspace.resolve(".env.local"), Path.of("config/local"));
        Files.createSymbolicLink(workspace.resolve(".env.dangling"), Path.of("nowhere"));

        assertThat(output("cat .env .ssh/id .env.example .env.local; mv .env x; rm -rf .ssh; cat x;"
                        + " mv config old; cat old/local config/local"))
                .doesNotContain("s3cret")
                .contains("KEY=example");
        assertThat(workspace.resolve(".env")).hasContent("KEY=s3cret");
    }

    @Test
    void gives_commands_no_variable_of_this_process() {
        assertThat(output("env | cut -d= -f1 | sort | tr '\\n' ' '; cat /proc/self/environ | tr '\\0' '\\n' | wc -l"))
                .isEqualTo("GIT_CONFIG_NOSYSTEM GIT_PAGER GIT_TERMINAL_PROMPT HOME LANG PAGER PATH PWD SHELL SHLVL TERM"
                        + " TMPDIR _ 13\n");
    }

    @Test
    void holds_no_capability_and_gains_none() {
        assertThat(output("grep -E '^(Cap|NoNew)' /proc/self/status | tr -d '0\\t\\n'"))
                .isEqualTo("CapInh:CapPrm:CapEff:CapBnd:CapAmb:NoNewPrivs:1");
        assertThat(output("cp /usr/bin/id x; chmod u+s x; ./x -u; mount -t tmpfs t /mnt && echo mounted;"
                        + " mknod d b 8 0 && echo made; unshare -Ur id && echo nested; umount /usr && echo unmounted"))
                .doesNotContain("mounted")
                .doesNotContain("made")
                .doesNotContain("nested");
    }

    @Test
    void reaches_neither_kernel_settings_nor_disks() {
        assertThat(output(
                        "for f in /proc/sys/kernel/core_pattern /proc/sys/kernel/modprobe /proc/sysrq-trigger /dev/sda"
                                + " /dev/vda /dev/mem /dev/kmsg /proc/kcore; do"
                                + " (: >>$f) 2>/dev/null && echo w$f; head -c1 $f >/dev/null 2>&1 && echo r$f; done"))
                .isEqualTo("r/proc/sys/kernel/core_pattern\n");
    }

    @Test
    void can_not_reach_into_the_supervisor() {
        assertThat(output("exec 2>&1; echo 'done x 0' >/proc/1/fd/1 && echo forged; cat /proc/1/environ | tr -d '\\0';"
                        + " cat /run/cadre-start/init | wc -c"))
                .doesNotContain("forged")
                .doesNotContain("PATH=")
                .endsWith("\n0\n");
    }

    @Test
    void sees_no_process_of_the_host() {
        assertThat(output("ls -d /proc/[0-9]* | wc -l; test -d /proc/"
                        + ProcessHandle.current().pid() + " && echo seen"))
                .doesNotContain("seen")
                .matches("[3-8]\n");
    }

    @Test
    void connects_to_loopback_inside_and_to_nothing_else() throws IOException {
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String connect = "(exec 3<>/dev/tcp/127.0.0.1/" + host.getLocalPort() + ") && echo connected;"
                    + " (exec 3<>/dev/tcp/192.0.2.1/80) && echo connected; (exec 3<>/dev/udp/192.0.2.1/53) && echo connected;"
                    + " getent hosts example.com && echo resolved; grep -vcE 'lo:|\\|' /proc/net/dev";

            assertThat(output(connect))
                    .contains("Connection refused")
                    .contains("Network is unreachable")
                    .doesNotContain("connected")
                    .doesNotContain("resolved")
                    .contains("0\n");
        }
    }

    @Test
    void connects_to_no_socket_of_the_host() throws Exception {
        Path socket = workspace.resolve("deep/er/host.sock");
        Files.createDirectories(socket.getParent());
        Process abstractSocket = new ProcessBuilder(
                        "perl",
                        "-MIO::Socket::UNIX",
                        "-e",
                        "$s = IO::Socket::UNIX->new(Local => \"\\0cadre-test\","
                                + " Listen => 1) or die; $| = 1; print \"up\\n\"; <STDIN>")
                .start();
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            assertThat(firstLine(abstractSocket)).isEqualTo("up");

            assertThat(output("for p in deep/er/host.sock '\\0cadre-test'; do perl -MIO::Socket::UNIX -e"
                            + " '$s = IO::Socket::UNIX->new(Peer => eval qq(\"$ARGV[0]\")); print $s ? \"connected\" : \"no\"'"
                            + " \"$p\"; done"))
                    .isEqualTo("nono");
        } finally {
            abstractSocket.destroyForcibly();
        }
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void leaves_a_dead_socket_alone() throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(workspace.resolve("old.sock")));
        }

        assertThat(output("rm old.sock && echo removed")).isEqualTo("removed\n");
    }
}
