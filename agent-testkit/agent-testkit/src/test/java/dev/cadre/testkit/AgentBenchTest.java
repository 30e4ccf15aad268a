package dev.cadre.testkit;

import static dev.cadre.testkit.AgentAssertions.assertThat;
import static dev.cadre.testkit.AgentAssertions.assertThatEvents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentEvent;
import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.EventJson;
import dev.cadre.llm.Llm;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.RetryPolicy;
import dev.cadre.llm.testkit.ScriptedLlm;
import dev.cadre.llm.testkit.cassette.CassetteMode;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentBenchTest {

    private final AgentDefinition definition = AgentDefinition.builder(
                    "planner", "Plans", "Write `docs/PLAN.md` with these sections:\n\n## Goals\n\n## Steps\n")
            .build();

    @AgentTest
    void runs_an_agent_on_a_workspace_of_its_own(AgentBench bench) {
        bench.file("docs/notes.md", "Buy milk.");
        bench.script(ScriptedLlm.script()
                .callsTool("Read", Map.of("file_path", "docs/notes.md"))
                .says("There is milk to buy."));

        AgentResult result = bench.run(definition, "What is to do?");

        assertThat(result)
                .isCompleted()
                .says("milk")
                .hasTurns(2)
                .calledTools("Read")
                .calledTool("Read", "file_path", "docs/notes.md")
                .hasNoToolErrors()
                .hasNoDenials();
        assertThatEvents(bench.events())
                .decided("Read", Verdict.ALLOW)
                .ranTools("Read")
                .areOfKinds(
                        "RunStarted",
                        "TurnStarted",
                        "AssistantAnswered",
                        "PermissionDecided",
                        "ToolStarted",
                        "ToolFinished",
                        "TurnStarted",
                        "AssistantAnswered",
                        "RunFinished")
                .streamed("There is milk to buy.");
        assertThat(bench.events())
                .allSatisfy(event -> assertThat(event.stamp())
                        .isEqualTo(new AgentEvent.Stamp("run-1", Instant.parse("2026-01-01T00:00:00Z"))));
    }

    @AgentTest
    void tells_that_an_answer_which_was_cut_begins_anew(AgentBench bench) {
        ScriptedLlm llm = ScriptedLlm.script()
                .breaksOff("There is mi", new LlmRetryableException("the stream was cut", null, null))
                .says("There is milk to buy.")
                .build();
        RetryPolicy policy =
                RetryPolicy.builder().sleeper(bench.clock().sleeper()).build();
        bench.llm(Llm.retrying(llm, policy));

        bench.run(definition, "What is to do?");

        assertThatEvents(bench.events())
                .areOfKinds("RunStarted", "TurnStarted", "AnswerRestarted", "AssistantAnswered", "RunFinished")
                .streamed("There is milk to buy.");
        assertThat(bench.events())
                .extracting(event -> EventJson.of(event).get("type"))
                .containsExactly(
                        "run_started",
                        "turn_started",
                        "text_streamed",
                        "answer_restarted",
                        "text_streamed",
                        "assistant_answered",
                        "result");
    }

    @AgentTest
    void shows_what_is_refused(AgentBench bench) {
        bench.script(ScriptedLlm.script()
                .callsTool("Write", Map.of("file_path", "a.md", "content", "x"))
                .says("I could not."));

        AgentResult result = bench.run(definition, "Write it");

        assertThat(result).deniedTool("Write");
        assertThatThrownBy(() -> assertThat(result).hasNoDenials())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Write");
        assertThatThrownBy(() -> assertThat(result).deniedTool("Bash")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(result).hasNoToolErrors()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(result).hasOutcome(AgentResult.Outcome.MAX_TURNS))
                .hasMessageContaining("ended with COMPLETED after 2 turns");
        assertThatThrownBy(() -> bench.read("a.md")).hasMessageContaining("there is no file a.md");
    }

    @AgentTest
    void answers_shell_commands_from_a_table(AgentBench bench) {
        bench.sandbox().answers("npm test", 1, "2 tests failed");
        ScriptedLlm llm = bench.script(ScriptedLlm.script()
                .callsTool("Bash", Map.of("command", "npm test"))
                .says("Two tests fail."));

        AgentResult result = bench.run(definition, "Test it", agent -> agent.allow("Bash"));

        assertThat(result).isCompleted().hasNoDenials();
        assertThat(bench.sandbox().commands()).containsExactly("npm test");
        assertThat(llm.requests().get(1).messages().toString()).contains("2 tests failed");
    }

    @AgentTest
    void sees_whether_promises_were_kept(AgentBench bench) {
        bench.script(ScriptedLlm.script()
                .callsTool("Write", Map.of("file_path", "docs/PLAN.md", "content", "## Goals\n\nx\n\n## Steps\n\ny\n"))
                .says("Done."));

        AgentResult result = bench.run(definition, "Plan", agent -> agent.mode(PermissionMode.ACCEPT_EDITS));

        assertThat(result).delivers("docs/PLAN.md").deliversAll();
        assertThatThrownBy(() -> assertThat(result).delivers("docs/OTHER.md")).isInstanceOf(AssertionError.class);
        assertThat(bench.read("docs/PLAN.md")).startsWith("## Goals");
    }

    @Test
    void replays_a_cassette_in_another_workspace(@TempDir Path cassettes) {
        for (CassetteMode mode : new CassetteMode[] {CassetteMode.RECORD, CassetteMode.REPLAY}) {
            try (AgentBench bench = new AgentBench(cassettes)) {
                bench.file("notes.md", "Buy milk.");
                bench.cassette(
                        "milk",
                        cassette -> cassette.mode(mode)
                                .client(() -> ScriptedLlm.script()
                                        .callsTool("Read", Map.of("file_path", bench.workspace() + "/notes.md"))
                                        .says("Milk.")
                                        .build()));

                assertThat(bench.run(definition, "What is to do?")).says("Milk").hasNoToolErrors();
                bench.assertFinished();
            }
        }
    }

    @Test
    void fails_when_steps_are_left_and_deletes_the_workspace(@TempDir Path cassettes) {
        Path workspace;
        try (AgentBench bench = new AgentBench(cassettes)) {
            workspace = bench.file("deep/er/file.txt", "x").workspace();
            bench.script(ScriptedLlm.script().says("never"));

            assertThatThrownBy(bench::assertFinished).isInstanceOf(AssertionError.class);
        }
        assertThat(Files.exists(workspace)).isFalse();
    }

    @AgentTest
    void needs_a_model(AgentBench bench) {
        assertThatThrownBy(() -> bench.run(definition, "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("script, cassette or llm");
    }
}
