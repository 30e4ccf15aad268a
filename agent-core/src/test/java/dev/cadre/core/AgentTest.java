package dev.cadre.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentEvent;
import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.ApprovalHandler;
import dev.cadre.core.run.DeliverableCheck;
import dev.cadre.core.run.EventJson;
import dev.cadre.core.run.RunLimits;
import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmProviderException;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolSpec;
import dev.cadre.llm.testkit.ScriptedLlm;
import dev.cadre.tools.FileAuditLog;
import dev.cadre.tools.permission.PermissionMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeNotes() throws IOException {
        Files.writeString(folder.resolve("notes.md"), "Buy milk.\n");
    }

    @Test
    void reads_a_file_and_tells_the_model_what_stands_there() {
        ScriptedLlm llm = ScriptedLlm.script()
                .callsTool("Read", Map.of("file_path", "notes.md"))
                .says("There is milk to buy.")
                .build();

        AgentResult result = run(agent(definition("")), llm, "What is to do?");

        assertThat(result.isCompleted()).isTrue();
        assertThat(result.text()).isEqualTo("There is milk to buy.");
        assertThat(result.transcript().get(2).content().toString()).contains("Buy milk.");
    }

    @Test
    void gives_the_model_the_body_the_folder_and_the_available_tools() {
        ScriptedLlm llm = ScriptedLlm.script().says("ok").build();

        run(agent(definition("tools: Read, Grep\n")), llm, "Go");

        assertThat(llm.requests().get(0).system())
                .startsWith("You are a tester.\n")
                .contains("Working directory: " + folder);
        assertThat(llm.requests().get(0).tools()).extracting(ToolSpec::name).containsExactly("Read", "Grep");
    }

    @Test
    void writes_when_the_host_accepts_edits_and_not_otherwise() {
        assertThat(writing(PermissionMode.DEFAULT, ApprovalHandler.denyAll()).denials())
                .hasSize(1);
        assertThat(folder.resolve("out.md")).doesNotExist();

        assertThat(writing(PermissionMode.ACCEPT_EDITS, ApprovalHandler.denyAll())
                        .denials())
                .isEmpty();
        assertThat(folder.resolve("out.md")).hasContent("text");
    }

    @Test
    void writes_when_somebody_approves() {
        writing(PermissionMode.DEFAULT, call -> new ApprovalHandler.Answer.Yes());

        assertThat(folder.resolve("out.md")).hasContent("text");
    }

    @Test
    void takes_a_failing_handler_as_a_denial() {
        AgentResult result = writing(PermissionMode.DEFAULT, call -> {
            throw new IllegalStateException("the window was closed");
        });

        assertThat(result.denials())
                .singleElement()
                .satisfies(denial -> assertThat(denial.reason()).contains("asking for approval failed"));
        assertThat(folder.resolve("out.md")).doesNotExist();
    }

    @Test
    void lets_a_definition_narrow_but_not_widen() {
        AgentDefinition widening = definition("permissionMode: bypassPermissions\n");
        ScriptedLlm llm = writeScript();
        List<AgentEvent> events = new ArrayList<>();

        try (Agent agent = agent(widening).llm(llm).build()) {
            assertThat(agent.run("Write", events::add).denials()).hasSize(1);
        }

        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        AgentEvent.RunStarted.class,
                        started -> assertThat(started.notices())
                                .containsExactly(
                                        "the definition asks for permission mode bypassPermissions; it has no effect, because"
                                                + " the host allows default"));
    }

    @Test
    void lets_a_deny_rule_win_over_everything() {
        ScriptedLlm llm = ScriptedLlm.script()
                .callsTool("Read", Map.of("file_path", "notes.md"))
                .says("a pity")
                .build();

        AgentResult result = run(
                agent(definition(""))
                        .mode(PermissionMode.BYPASS_PERMISSIONS)
                        .allow("Read")
                        .deny("Read(notes.md)"),
                llm,
                "Go");

        assertThat(result.denials()).hasSize(1);
        assertThat(result.transcript().toString()).doesNotContain("milk");
    }

    @Test
    void uses_the_clients_default_and_says_so_when_the_client_lacks_the_model() {
        ScriptedLlm llm = ScriptedLlm.script().says("ok").build();

        run(agent(definition("model: inherit\n")), llm, "Go");

        assertThat(llm.requests().get(0).model()).isEqualTo(ScriptedLlm.MODEL);
    }

    @Test
    void bounds_turns_by_the_smaller_of_host_and_definition() {
        ScriptedLlm llm = ScriptedLlm.script()
                .callsTool("Read", Map.of("file_path", "notes.md"))
                .callsTool("Read", Map.of("file_path", "notes.md"))
                .build();
        RunLimits limits = new RunLimits(5, 1_000, Duration.ofMinutes(1));

        AgentResult result = run(agent(definition("maxTurns: 2\n")).limits(limits), llm, "Go");

        assertThat(result.outcome()).isEqualTo(AgentResult.Outcome.MAX_TURNS);
        assertThat(result.turns()).isEqualTo(2);
    }

    @Test
    void ends_at_once_when_cancelled() {
        CancellationToken token = CancellationToken.create();
        token.cancel();
        ScriptedLlm llm = ScriptedLlm.script().build();

        try (Agent agent = agent(definition("")).llm(llm).build()) {
            AgentResult result =
                    agent.run("Go", RunOptions.builder().cancellation(token).build());
            assertThat(result.outcome()).isEqualTo(AgentResult.Outcome.CANCELLED);
        }
    }

    @Test
    void checks_what_the_definition_promises() {
        AgentDefinition promising = AgentDefinition.builder(
                        "planner",
                        "Plans",
                        "You are a planner.\n\nGenerate `docs/PLAN.md` containing:\n- **Goals**: what\n- **Risks**: why\n")
                .build();

        assertThat(written(promising, "docs/OTHER.md", "# x").deliverables())
                .containsExactly(new DeliverableCheck(
                        "docs/PLAN.md", DeliverableCheck.State.MISSING, List.of("Goals", "Risks")));
        assertThat(written(promising, "docs/PLAN.md", "# Plan\n\n## 1. Goals\n\nRisks are none.\n")
                        .deliverables())
                .containsExactly(
                        new DeliverableCheck("docs/PLAN.md", DeliverableCheck.State.INCOMPLETE, List.of("Risks")));
        assertThat(written(promising, "docs/PLAN.md", "## Goals\n\n## RISKS\n").deliverables())
                .containsExactly(new DeliverableCheck("docs/PLAN.md", DeliverableCheck.State.COMPLETE, List.of()));
    }

    private AgentResult written(AgentDefinition definition, String path, String content) {
        ScriptedLlm llm = ScriptedLlm.script()
                .callsTool("Read", Map.of("file_path", path))
                .callsTool("Write", Map.of("file_path", path, "content", content))
                .says("done")
                .build();
        return run(agent(definition).mode(PermissionMode.ACCEPT_EDITS), llm, "Plan");
    }

    @Test
    void records_every_call_before_and_after_it(@TempDir Path elsewhere) throws IOException {
        Path file = elsewhere.resolve("audit.jsonl");

        try (FileAuditLog log = FileAuditLog.builder(file, folder).build()) {
            run(agent(definition("")).audit(log.forAgent("tester")), writeScript(), "Write");
        }

        assertThat(FileAuditLog.verify(file)).isNotBlank();
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("tester", "Write"));
    }

    @Test
    void tells_equal_events_in_equal_runs() {
        assertThat(eventsOfAFixedRun()).isEqualTo(eventsOfAFixedRun()).hasSizeGreaterThan(8);
    }

    @Test
    void refuses_to_be_built_without_a_model_or_without_any_of_its_tools() {
        assertThatThrownBy(() -> agent(definition("")).build())
                .isInstanceOf(AgentSetupException.class)
                .hasMessageContaining("no model")
                .hasMessageContaining("offline");
        assertThatThrownBy(() -> agent(definition("tools: LaunchRocket\n"))
                        .llm(ScriptedLlm.script().build())
                        .build())
                .isInstanceOf(AgentSetupException.class)
                .hasMessageContaining("none of the tools of \"tester\" exists here: it names LaunchRocket");
        assertThatThrownBy(() -> agent(definition(""))
                        .providers(LlmProviders.of())
                        .llm("anthropic")
                        .build())
                .isInstanceOf(LlmProviderException.class)
                .hasMessageContaining("no LLM provider \"anthropic\"");
    }

    @Test
    void refuses_an_empty_prompt() {
        try (Agent agent =
                agent(definition("")).llm(ScriptedLlm.script().build()).build()) {
            assertThatThrownBy(() -> agent.run(" "))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the prompt is empty");
        }
    }

    private List<Map<String, Object>> eventsOfAFixedRun() {
        ScriptedLlm llm = ScriptedLlm.script()
                .answers(
                        List.of(
                                new ToolCall("a", "Read", Map.of("file_path", "notes.md")),
                                new ToolCall("b", "Glob", Map.of("pattern", "**/*.md"))),
                        StopReason.TOOL_USE)
                .says("done")
                .build();
        List<Map<String, Object>> events = new ArrayList<>();
        try (Agent agent = agent(definition(""))
                .llm(llm)
                .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .ids(() -> "run-1")
                .build()) {
            agent.run("Go", event -> events.add(EventJson.of(event)));
        }
        return events;
    }

    private AgentResult writing(PermissionMode mode, ApprovalHandler approvals) {
        return run(agent(definition("")).mode(mode).approvals(approvals), writeScript(), "Write");
    }

    private static ScriptedLlm writeScript() {
        return ScriptedLlm.script()
                .callsTool("Write", Map.of("file_path", "out.md", "content", "text"))
                .says("done")
                .build();
    }

    private static AgentResult run(Agent.Builder builder, ScriptedLlm llm, String prompt) {
        try (Agent agent = builder.llm(llm).build()) {
            AgentResult result = agent.run(prompt);
            llm.assertFinished();
            return result;
        }
    }

    private Agent.Builder agent(AgentDefinition definition) {
        return Agent.builder(definition).workspace(folder);
    }

    private static AgentDefinition definition(String keys) {
        return AgentDefinition.parse(
                "tester.md", "---\nname: tester\ndescription: Tests\n" + keys + "---\nYou are a tester.\n");
    }
}
