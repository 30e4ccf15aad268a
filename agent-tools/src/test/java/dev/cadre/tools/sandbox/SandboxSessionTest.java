package dev.cadre.tools.sandbox;

import static dev.cadre.tools.sandbox.SandboxFixture.open;
import static dev.cadre.tools.sandbox.SandboxFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.CommandResult.End;
import dev.cadre.tools.LocalSandbox.Backend;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.ShellCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Fails, and does not skip, where a back end lacks: install bubblewrap, util-linux and perl. */
@ParameterizedClass
@EnumSource(Backend.class)
class SandboxSessionTest {

    // A background process is a copy of bash first.
    private static final String UNTIL_TWO_SLEEP = "until [ \"$(pgrep -cx sleep)\" = 2 ]; do :; done";

    private final Backend backend;

    @TempDir
    private Path workspace;

    private SandboxSession session;

    SandboxSessionTest(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void start() {
        session = open(backend, workspace);
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void returns_output_and_exit_code() {
        CommandResult result = run(session, "echo out; echo err >&2; exit 7");

        assertThat(result).isEqualTo(new CommandResult(7, "out\n", "err\n", End.EXITED));
    }

    @Test
    void runs_the_text_as_bash_would() {
        String command = "# a comment\ncat <<'E'\n$HOME \"quoted\" 'single'\nE\necho \"$#:$0\"; x=1 && echo $((x + 1))";

        assertThat(run(session, command).stdout()).isEqualTo("$HOME \"quoted\" 'single'\n0:bash\n2\n");
    }

    @Test
    void reports_syntax_errors_of_the_command() {
        CommandResult result = run(session, "if then");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).contains("syntax error");
    }

    @Test
    void keeps_what_commands_write_in_the_workspace() throws IOException {
        run(session, "mkdir -p a/b && printf done > a/b/c");

        assertThat(workspace.resolve("a/b/c")).hasContent("done");
    }

    @Test
    void carries_the_working_directory_over() {
        run(session, "mkdir -p 'a b' && cd 'a b'");

        assertThat(run(session, "pwd").stdout().strip()).endsWith("/a b");
    }

    @Test
    void returns_to_the_workspace_when_a_command_left_it() {
        run(session, "cd /usr");

        assertThat(run(session, "pwd").stdout().strip()).isEqualTo(workspace.toString());
    }

    @Test
    void returns_to_the_workspace_when_the_folder_is_gone() {
        run(session, "mkdir x && cd x");
        run(session, "rmdir ../x");

        assertThat(run(session, "pwd").stdout().strip()).isEqualTo(workspace.toString());
    }

    @Test
    void runs_nothing_in_another_folder_than_the_one_that_was_told() {
        run(session, "mkdir gone; cd gone");
        assertThat(session.directory()).isEqualTo(workspace + "/gone");
        assertThat(workspace.resolve("gone").toFile().delete()).isTrue();

        CommandResult refused = run(session, "pwd");

        assertThat(refused.exitCode()).isOne();
        assertThat(refused.stdout()).isEmpty();
        assertThat(refused.stderr())
                .isEqualTo("The working directory " + workspace
                        + "/gone is gone; nothing was run. The next command starts in " + workspace + ".\n");
        assertThat(run(session, "pwd").stdout()).isEqualTo(workspace + "\n");
    }

    @Test
    void does_not_carry_variables_over() {
        run(session, "export A=1");

        assertThat(run(session, "echo \"[$A]\"").stdout()).isEqualTo("[]\n");
    }

    @Test
    void reads_nothing_from_standard_input() {
        assertThat(run(session, "cat; read -r x; echo \"$?\"").stdout()).isEqualTo("1\n");
    }

    @Test
    void has_no_terminal() {
        CommandResult result = run(session, "read -r x < /dev/tty");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.end()).isEqualTo(End.EXITED);
    }

    @Test
    void kills_a_command_whose_time_is_over() {
        CommandResult result = run(session, "echo begun; trap '' TERM INT HUP; while :; do sleep 1; done", shortTime());

        assertThat(result.end()).isEqualTo(End.TIMED_OUT);
        assertThat(result.exitCode()).isEqualTo(137);
        // The shell may live long enough to say that its child was killed.
        assertThat(result.stdout()).isEqualTo("begun\n");
    }

    @Test
    void kills_detached_children_of_a_command_whose_time_is_over() {
        String command = "setsid nohup sleep 301 >/dev/null 2>&1 & (setsid env -i sleep 302 &) & sleep 303";

        run(session, command, shortTime());

        assertThat(run(session, "pgrep -c sleep").stdout()).isEqualTo("0\n");
    }

    @Test
    void spares_earlier_servers_when_it_kills() {
        run(session, "setsid sleep 311 & sleep 312 & " + UNTIL_TWO_SLEEP);

        run(session, "sleep 313", shortTime());

        assertThat(run(session, "pgrep -a sleep").stdout())
                .contains("sleep 311")
                .contains("sleep 312")
                .doesNotContain("313");
    }

    @Test
    void lets_a_server_answer_the_next_command() {
        run(session, "perl -MIO::Socket::INET -e '" + SERVER + "' &");

        CommandResult answer = run(
                session,
                "for i in $(seq 100); do exec 3<>/dev/tcp/127.0.0.1/8123 && break; sleep 0.05; done 2>/dev/null; cat <&3");

        assertThat(answer.stdout()).isEqualTo("hello\n");
    }

    private static final String SERVER =
            "$s = IO::Socket::INET->new(Listen => 5, LocalAddr => \"127.0.0.1:8123\", ReuseAddr => 1) or die;"
                    + " while ($c = $s->accept) { print $c \"hello\\n\"; close $c }";

    @Test
    void a_server_that_holds_the_output_open_does_not_stall() {
        CommandResult result = run(session, "sleep 321 & echo started");

        assertThat(result).isEqualTo(new CommandResult(0, "started\n", "", End.EXITED));
    }

    @Test
    void stops_when_cancelled() {
        CancellationToken token = CancellationToken.create();
        CompletableFuture<CommandResult> result = CompletableFuture.supplyAsync(
                () -> session.run(new ShellCommand("touch begun; sleep 331", Duration.ofMinutes(5)), token));
        awaitFile(workspace.resolve("begun"));

        token.cancel();

        assertThat(result.join().end()).isEqualTo(End.CANCELLED);
        assertThat(run(session, "pgrep -c sleep").stdout()).isEqualTo("0\n");
    }

    @Test
    void stops_when_interrupted_and_keeps_the_flag() {
        Thread.currentThread().interrupt();

        CommandResult result = run(session, "echo never");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.end()).isEqualTo(End.CANCELLED);
    }

    @Test
    void stops_when_interrupted_while_a_command_runs() throws Exception {
        AtomicReference<CommandResult> result = new AtomicReference<>();
        AtomicBoolean kept = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            result.set(run(session, "echo begun; touch begun; sleep 60"));
            kept.set(Thread.interrupted());
        });
        thread.start();
        awaitFile(workspace.resolve("begun"));
        thread.interrupt();
        thread.join();

        assertThat(result.get().end()).isEqualTo(End.CANCELLED);
        assertThat(result.get().stdout()).isEqualTo("begun\n");
        assertThat(kept).isTrue();
        assertThat(run(session, "echo alive").stdout()).isEqualTo("alive\n");
    }

    @Test
    void survives_a_command_that_kills_all_it_can() {
        CommandResult result = run(session, "kill -9 1; kill -TERM 1; kill -STOP 1; kill -9 -1");

        assertThat(result.exitCode()).isEqualTo(137);
        assertThat(run(session, "echo alive").stdout()).isEqualTo("alive\n");
    }

    @Test
    void kills_a_command_that_prints_without_end() {
        CommandResult result = run(session, "yes");

        assertThat(result.end()).isEqualTo(End.FLOODED);
        assertThat(result.stdout()).startsWith("y\ny\n").endsWith("y\n").contains("bytes left out");
    }

    @Test
    void shows_control_characters_and_bad_utf8() {
        CommandResult result = run(session, "printf '\\033]52;c;ZXZpbA==\\a \\377 \\342\\200\\256 ok\\r\\n'");

        assertThat(result.stdout()).isEqualTo("\\x1b]52;c;ZXZpbA==\\x07 \ufffd \\u202e ok\n");
    }

    @Test
    void ends_all_processes_when_closed() {
        run(session, "setsid sleep 98765 & sleep 98765 & " + UNTIL_TWO_SLEEP);
        assertThat(sleepers()).isEqualTo(2);

        session.close();

        assertThat(sleepers()).isZero();
    }

    private static long sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep 98765"))
                .count();
    }

    @Test
    void leaves_nothing_in_the_workspace() {
        run(session, "echo");
        session.close();

        assertThat(workspace).isEmptyDirectory();
    }

    @Test
    void refuses_commands_when_closed() {
        session.close();

        assertThatThrownBy(() -> run(session, "echo")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tells_its_back_end() {
        assertThat(session.backend()).isEqualTo(backend == Backend.BUBBLEWRAP ? "bubblewrap" : "unshare");
    }

    private static Duration shortTime() {
        return Duration.ofMillis(400);
    }

    private static void awaitFile(Path file) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("no file " + file).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
