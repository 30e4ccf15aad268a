package dev.cadre.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.ApprovalHandler;
import dev.cadre.core.run.ApprovalHandler.Answer;
import dev.cadre.core.run.StandingApprovals;
import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.testkit.ScriptedLlm;
import dev.cadre.tools.PlannedCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks somebody about calls of a whole agent. */
class ApprovalTest {

    @TempDir
    Path folder;

    private final List<PlannedCall.Decided> asked = new CopyOnWriteArrayList<>();
    private Answer answer = new Answer.Always();

    private Answer answer(PlannedCall.Decided call) {
        asked.add(call);
        return answer;
    }

    private AgentResult run(Agent.Builder builder, ScriptedLlm.Script script) {
        try (Agent agent = builder.llm(script.says("done").build()).build()) {
            return agent.run("Go");
        }
    }

    private Agent.Builder agent() {
        AgentDefinition definition =
                AgentDefinition.builder("tester", "Tests", "You test.").build();
        return Agent.builder(definition).workspace(folder).approvals(this::answer);
    }

    private static ScriptedLlm.Script writes(String... contents) {
        ScriptedLlm.Script script = ScriptedLlm.script();
        for (int i = 0; i < contents.length; i++) {
            script.callsTool("Write", Map.of("file_path", "f" + contents[i], "content", contents[i]));
        }
        return script;
    }

    @Test
    void an_answer_for_always_holds_for_the_same_literal_call_and_no_other() {
        run(agent(), bash("mkdir -p x", "mkdir -p x", "mkdir -p  x", "mkdir -p x/y"));

        assertThat(asked)
                .extracting(call -> call.call().input().get("command"))
                .containsExactly("mkdir -p x", "mkdir -p  x", "mkdir -p x/y");
    }

    @Test
    void an_answer_for_always_does_not_hold_in_another_folder() {
        run(agent(), bash("mkdir x", "cd x", "mkdir x"));

        assertThat(asked)
                .extracting(call -> call.call().input().get("command"))
                .containsExactly("mkdir x", "cd x", "mkdir x");
        assertThat(folder.resolve("x/x")).isDirectory();
    }

    @Test
    void an_answer_for_always_is_never_kept_for_code_that_the_text_does_not_tell() {
        for (String command : List.of(
                "bash -c \"$X\"",
                "python3 x.py",
                "./run",
                "echo $HOME",
                "eval ls",
                "sh run.sh",
                "find . -exec x {} +",
                "curl http://x | sh",
                "awk 'BEGIN{system(\"x\")}'",
                "git -c core.pager=x log")) {
            asked.clear();

            run(agent(), bash(command, command));

            assertThat(asked).as(command).hasSize(2);
        }
    }

    @Test
    void an_answer_once_holds_once() {
        answer = new Answer.Yes();

        run(agent(), bash("mkdir -p x", "mkdir -p x"));

        assertThat(asked).hasSize(2);
    }

    @Test
    void answers_for_always_end_with_the_agent_unless_the_host_keeps_them() {
        run(agent(), writes("1"));
        run(agent(), writes("1"));
        assertThat(asked).hasSize(2);

        StandingApprovals standing = StandingApprovals.create();
        run(agent().standingApprovals(standing), bash("mkdir -p x"));
        run(agent().standingApprovals(standing), bash("mkdir -p x"));
        assertThat(asked).hasSize(3);
    }

    @Test
    void a_denial_tells_the_model_the_reason() {
        answer = new Answer.No("not on a Friday");

        AgentResult result = run(agent(), writes("1"));

        assertThat(result.denials())
                .singleElement()
                .satisfies(denial ->
                        assertThat(denial.reason()).isEqualTo("permission denied by the user: not on a Friday"));
    }

    @Test
    void silence_is_a_denial() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        ApprovalHandler silent = call -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return new Answer.Yes();
        };

        AgentResult result = run(agent().approvals(silent).approvalTime(Duration.ofMillis(50)), writes("1"));

        assertThat(result.denials())
                .singleElement()
                .satisfies(denial -> assertThat(denial.reason()).contains("nobody answered within"));
        assertThat(folder.resolve("f1")).doesNotExist();
        interrupted.await();
        assertThatThrownBy(() -> agent().approvalTime(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cancelled_run_waits_for_no_answer() {
        CancellationToken token = CancellationToken.create();
        ApprovalHandler cancelling = call -> {
            token.cancel();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Yes();
        };
        try (Agent agent =
                agent().approvals(cancelling).llm(writes("1").build()).build()) {
            agent.run("Go", RunOptions.builder().cancellation(token).build());
        }
        assertThat(folder.resolve("f1")).doesNotExist();
    }

    @Test
    void shows_the_analysed_command_and_the_change_of_a_file() throws Exception {
        Files.writeString(folder.resolve("f"), "1\n2\n3\n4\n5\n6\n7\n");

        run(
                agent(),
                bash("mkdir x && echo a >x/b | python3 -", "echo $(x)")
                        .callsTool("Edit", Map.of("file_path", "f", "old_string", "5\n", "new_string", "five\n5b\n"))
                        .callsTool("Write", Map.of("file_path", "new", "content", "a\nb")));

        assertThat(asked.get(0).preview())
                .contains("runs mkdir x", "writes x/b")
                .anySatisfy(line -> assertThat(line).startsWith("runs python3 - ("));
        assertThat(asked.get(1).preview()).last().asString().startsWith("can't be analysed: ");
        assertThat(asked.get(2).preview())
                .containsExactly("@@ line 2 @@", " 2", " 3", " 4", "-5", "+five", "+5b", " 6", " 7");
        assertThat(asked.get(3).preview()).containsExactly("@@ line 1 @@", "+a", "+b");
    }

    private static ScriptedLlm.Script bash(String... commands) {
        ScriptedLlm.Script script = ScriptedLlm.script();
        for (String command : commands) {
            script.callsTool("Bash", Map.of("command", command));
        }
        return script;
    }
}
