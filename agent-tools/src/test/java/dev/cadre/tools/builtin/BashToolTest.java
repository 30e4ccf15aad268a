package dev.cadre.tools.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.tools.CommandResult;
import dev.cadre.tools.CommandResult.End;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.ShellCommand;
import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolInputException;
import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.permission.Access;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BashToolTest {

    private final List<ShellCommand> commands = new ArrayList<>();
    private CommandResult next = new CommandResult(0, "", "", End.EXITED);

    @Test
    void declares_the_command_as_its_access() {
        assertThat(BashTool.create().prepare(Map.of("command", "ls -l")).accesses())
                .containsExactly(new Access.Command("ls -l"));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "120000,120000", "600001,600000", "1e12,600000", "2.5,2"})
    void takes_the_timeout_up_to_ten_minutes(double given, long expected) {
        perform(Map.of("command", "ls", "timeout", given));

        assertThat(commands).containsExactly(new ShellCommand("ls", Duration.ofMillis(expected)));
    }

    @Test
    void takes_two_minutes_unless_told() {
        perform(Map.of("command", "ls"));

        assertThat(commands).containsExactly(new ShellCommand("ls", Duration.ofMinutes(2)));
    }

    @Test
    void refuses_input_that_is_not_valid() {
        assertRefused(Map.of(), "command must be a string");
        assertRefused(Map.of("command", " "), "command must be a string");
        assertRefused(Map.of("command", 5), "command must be a string");
        assertRefused(Map.of("command", "a\0b"), "NUL");
        assertRefused(Map.of("command", "x".repeat(100_001)), "at most 100000");
        assertRefused(Map.of("command", "ls", "timeout", 0), "at least 1 millisecond");
        assertRefused(Map.of("command", "ls", "timeout", "5"), "number of milliseconds");
        assertRefused(Map.of("command", "ls", "run_in_background", "yes"), "true or false");
        assertRefused(Map.of("command", "ls", "description", 5), "description must be a string");
        assertRefused(Map.of("command", "ls", "cwd", "/"), "no parameter \"cwd\"");
        assertRefused(Map.of("command", "ls", "dangerouslyDisableSandbox", true), "never run outside the sandbox");
    }

    @Test
    void does_not_offer_to_leave_the_sandbox() {
        assertThat(BashTool.create().spec().inputSchema().toString()).doesNotContain("dangerously");
    }

    @Test
    void returns_both_outputs_of_a_success() {
        next = new CommandResult(0, "out\n", "warning\n", End.EXITED);

        ToolOutput output = perform(Map.of("command", "make"));

        assertThat(text(output)).isEqualTo("out\nwarning");
        assertThat(output.isError()).isFalse();
        assertThat(output.details().toString()).isEqualTo("{exitCode=0, timedOut=false, backend=fake}");
    }

    @Test
    void says_when_nothing_was_printed() {
        assertThat(text(perform(Map.of("command", "true")))).isEqualTo("(The command printed nothing.)");
    }

    @Test
    void returns_a_failure_with_its_code() {
        next = new CommandResult(2, "", "no\n", End.EXITED);

        ToolOutput output = perform(Map.of("command", "make"));

        assertThat(text(output)).isEqualTo("Exit code 2\nno");
        assertThat(output.isError()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grep x f",
                "cat f | grep x",
                "cd a && /usr/bin/grep x f",
                "diff a b",
                "find . -name x",
                "[ -e f ]",
                "test -e f",
                "git diff --exit-code",
                "git grep x",
                "rg x 2>&1",
                "echo 'a | b'; egrep \"x;y\" f"
            })
    void exit_code_1_of_a_search_is_an_answer(String command) {
        next = new CommandResult(1, "", "", End.EXITED);

        ToolOutput output = perform(Map.of("command", command));

        assertThat(output.isError()).isFalse();
        assertThat(text(output)).isEqualTo("Exit code 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"make", "grep x f; false", "git push", "echo grep", "grep x f | cat && make", "'' | &"})
    void exit_code_1_of_others_is_a_failure(String command) {
        next = new CommandResult(1, "", "", End.EXITED);

        assertThat(perform(Map.of("command", command)).isError()).isTrue();
    }

    @Test
    void exit_code_2_of_a_search_is_a_failure() {
        next = new CommandResult(2, "", "grep: f: No such file or directory\n", End.EXITED);

        assertThat(perform(Map.of("command", "grep x f")).isError()).isTrue();
    }

    @Test
    void reports_a_timeout() {
        next = new CommandResult(137, "half\n", "", End.TIMED_OUT);

        ToolOutput output = perform(Map.of("command", "make", "timeout", 10));

        assertThat(text(output)).contains("longer than 10 ms").endsWith("half");
        assertThat(output.isError()).isTrue();
        assertThat(output.details()).containsEntry("timedOut", true);
    }

    @Test
    void keeps_head_and_tail_of_long_output() {
        next = new CommandResult(0, "first\n" + "line\n".repeat(20_000) + "last\n", "", End.EXITED);

        String text = text(perform(Map.of("command", "make")));

        assertThat(text).startsWith("first\n").endsWith("\nlast").contains("characters left out");
        assertThat(text.length()).isBetween(29_000, 30_100);
    }

    @Test
    void keeps_less_of_a_failure() {
        next = new CommandResult(1, "x".repeat(50_000), "", End.EXITED);

        assertThat(text(perform(Map.of("command", "make"))).length()).isBetween(9_900, 10_150);
    }

    @Test
    void starts_a_background_command_with_its_text_quoted() {
        next = new CommandResult(0, "42\n", "", End.EXITED);

        ToolOutput output = perform(Map.of("command", "echo 'it'", "run_in_background", true));

        assertThat(commands.get(0).text())
                .isEqualTo("bash -c 'echo '\\''it'\\''' >/tmp/background-1.log 2>&1 & echo $!");
        assertThat(text(output)).contains("process 42").contains("/tmp/background-1.log");
    }

    private void assertRefused(Map<String, Object> input, String message) {
        assertThatThrownBy(() -> BashTool.create().prepare(input))
                .isInstanceOf(ToolInputException.class)
                .hasMessageContaining(message);
    }

    private ToolOutput perform(Map<String, Object> input) {
        return BashTool.create().prepare(input).perform(new Context());
    }

    private static String text(ToolOutput output) {
        return ((ContentBlock.Text) output.content().get(0)).text();
    }

    /** Answers every command with the next result. */
    private final class Context implements ToolContext, SandboxSession {

        @Override
        public CommandResult run(ShellCommand command, CancellationToken cancellation) {
            commands.add(command);
            return next;
        }

        @Override
        public String backend() {
            return "fake";
        }

        @Override
        public void close() {}

        @Override
        public String callId() {
            return "call-1";
        }

        @Override
        public Workspace workspace() {
            throw new AssertionError("Bash needs no workspace");
        }

        @Override
        public SandboxSession sandbox() {
            return this;
        }

        @Override
        public CancellationToken cancellation() {
            return CancellationToken.create();
        }

        @Override
        public <T> T state(Class<T> type, Supplier<T> initial) {
            return initial.get();
        }
    }
}
