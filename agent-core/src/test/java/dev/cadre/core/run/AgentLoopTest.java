package dev.cadre.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.run.AgentResult.Outcome;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.testkit.ScriptedLlm;
import dev.cadre.tools.CallHash;
import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.PathResolver;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRequest;
import dev.cadre.tools.permission.ResolvedPath;
import dev.cadre.tools.permission.Sandboxing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AgentLoopTest {

    private static final PermissionPolicy POLICY = PermissionPolicy.of(List.of(PermissionLayer.builder("host")
            .mode(PermissionMode.DEFAULT)
            .approves(PermissionLayer.Approves.YES)
            .build()));

    private final ScriptedLlm.Script script = ScriptedLlm.script();

    @Test
    void ends_when_the_model_asks_for_no_tool() {
        FakeEffects effects = effects(script.says("Hello."));

        AgentResult result = AgentLoop.run(plan().build(), effects);

        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.text()).isEqualTo("Hello.");
        assertThat(result.turns()).isEqualTo(1);
        assertThat(result.usage()).isEqualTo(TokenUsage.of(10, 5));
        assertThat(effects.events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("RunStarted", "TurnStarted", "AssistantAnswered", "RunFinished");
    }

    @Test
    void gives_tool_results_to_the_next_turn() {
        ScriptedLlm llm =
                script.callsTool("Read", Map.of("file_path", "a")).says("done").build();
        FakeEffects effects = effects(llm);

        AgentResult result = AgentLoop.run(plan().build(), effects);

        assertThat(result.turns()).isEqualTo(2);
        List<Message> second = llm.requests().get(1).messages();
        assertThat(second).hasSize(3);
        assertThat(second.get(2).content()).containsExactly(ToolResult.of("call-1", "Read done"));
    }

    @Test
    void runs_neighbouring_reads_together_and_the_rest_one_by_one_in_order() {
        List<ToolCall> calls = List.of(
                script.call("Read", Map.of("file_path", "a")),
                script.call("Read", Map.of("file_path", "b")),
                script.call("Write", Map.of("file_path", "c")),
                script.call("Read", Map.of("file_path", "d")));
        FakeEffects effects = effects(script.answers(calls, StopReason.TOOL_USE).says("done"));
        effects.approveEverything();

        AgentLoop.run(plan().build(), effects);

        assertThat(effects.batches).containsExactly(calls.subList(0, 2), calls.subList(2, 3), calls.subList(3, 4));
    }

    @Test
    void plans_a_call_once_those_before_it_have_changed_what_they_change() {
        List<ToolCall> calls =
                List.of(script.call("Write", Map.of("file_path", "a")), script.call("Write", Map.of("file_path", "b")));
        AtomicReference<FakeEffects> effects = new AtomicReference<>();
        Map<String, Integer> ranBefore = new LinkedHashMap<>();
        effects.set(new FakeEffects(
                script.answers(calls, StopReason.TOOL_USE).says("done").build(), Duration.ZERO, call -> {
                    ranBefore.putIfAbsent(call.id(), effects.get().batches.size());
                    return plan(call);
                }));
        effects.get().approveEverything();

        AgentLoop.run(plan().build(), effects.get());

        assertThat(ranBefore.values()).containsExactly(0, 1);
    }

    @Test
    void tells_the_model_of_a_denial_and_keeps_it_in_the_result() {
        FakeEffects effects =
                effects(script.callsTool("Write", Map.of("file_path", "a")).says("a pity"));

        AgentResult result = AgentLoop.run(plan().build(), effects);

        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.denials()).singleElement().satisfies(denial -> {
            assertThat(denial.call().name()).isEqualTo("Write");
            assertThat(denial.reason()).isEqualTo("denied");
        });
        assertThat(effects.events)
                .hasAtLeastOneElementOfType(AgentEvent.ApprovalAnswered.class)
                .hasAtLeastOneElementOfType(AgentEvent.PermissionDecided.class);
    }

    @Test
    void answers_an_unknown_tool_with_a_result() {
        FakeEffects effects = effects(script.callsTool("Fly", Map.of()).says("I can't fly"));

        AgentResult result = AgentLoop.run(plan().build(), effects);

        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.transcript().get(2).content()).containsExactly(ToolResult.error("call-1", "no tool \"Fly\""));
    }

    @Test
    void stops_at_the_limit_of_turns() {
        FakeEffects effects =
                effects(script.callsTool("Read", Map.of("file_path", "a")).callsTool("Read", Map.of("file_path", "b")));

        AgentResult result =
                AgentLoop.run(plan().limits(RunLimits.DEFAULT.withTurns(2)).build(), effects);

        assertThat(result.outcome()).isEqualTo(Outcome.MAX_TURNS);
        assertThat(result.turns()).isEqualTo(2);
    }

    @Test
    void stops_at_the_limit_of_tokens() {
        FakeEffects effects = effects(script.callsTool("Read", Map.of("file_path", "a")));

        AgentResult result = AgentLoop.run(
                plan().limits(new RunLimits(10, 15, Duration.ofHours(1))).build(), effects);

        assertThat(result.outcome()).isEqualTo(Outcome.MAX_TOKENS);
    }

    @Test
    void stops_when_its_time_is_over() {
        FakeEffects effects = new FakeEffects(
                script.callsTool("Read", Map.of("file_path", "a")).build(),
                Duration.ofSeconds(10),
                AgentLoopTest::plan);

        AgentResult result = AgentLoop.run(
                plan().limits(new RunLimits(10, 1_000, Duration.ofSeconds(25))).build(), effects);

        assertThat(result.outcome()).isEqualTo(Outcome.MAX_TIME);
        assertThat(result.turns()).isEqualTo(1);
    }

    @Test
    void stops_between_turns_when_cancelled() {
        FakeEffects effects = effects(script.callsTool("Read", Map.of("file_path", "a")));
        effects.cancelAfterModelCalls(1);

        AgentResult result = AgentLoop.run(plan().build(), effects);

        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(result.turns()).isEqualTo(1);
    }

    @Test
    void ends_as_cancelled_when_the_model_call_was() {
        FakeEffects effects = effects(script.fails(new LlmCancelledException("closed", null)));

        assertThat(AgentLoop.run(plan().build(), effects).outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void goes_on_after_a_pause_and_stops_on_a_refusal() {
        List<ContentBlock> half = List.of(new ContentBlock.Text("half"));
        FakeEffects effects = effects(script.answers(half, StopReason.PAUSE).answers(List.of(), StopReason.REFUSAL));

        AgentResult result = AgentLoop.run(plan().build(), effects);

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.turns()).isEqualTo(2);
    }

    @Test
    void lets_a_failure_of_the_provider_through() {
        FakeEffects effects = effects(script.fails(new LlmRetryableException("overloaded", null, null)));

        assertThatThrownBy(() -> AgentLoop.run(plan().build(), effects)).isInstanceOf(LlmRetryableException.class);
    }

    private static RunPlan.Builder plan() {
        return RunPlan.builder("tester", ScriptedLlm.MODEL, List.of(Message.user("Go")));
    }

    private static FakeEffects effects(ScriptedLlm.Script script) {
        return effects(script.build());
    }

    private static FakeEffects effects(ScriptedLlm llm) {
        return new FakeEffects(llm, Duration.ZERO, AgentLoopTest::plan);
    }

    private static PlannedCall plan(ToolCall call) {
        if (call.name().equals("Fly")) {
            return new PlannedCall.Invalid(call, "no tool \"Fly\"");
        }
        String path = (String) call.input().get("file_path");
        List<Access> accesses = List.of(call.name().equals("Read") ? new Access.Read(path) : new Access.Write(path));
        PermissionRequest request =
                new PermissionRequest(call.name(), call.input(), accesses, new FlatPaths(), Sandboxing.ABSENT);
        return new PlannedCall.Decided(call, CallHash.of(call), accesses, POLICY.decide(request));
    }

    /** A workspace at {@code /ws} without links. */
    private record FlatPaths() implements PathResolver {
        @Override
        public String root() {
            return "/ws";
        }

        @Override
        public ResolvedPath resolve(String path) {
            return new ResolvedPath("/ws/" + path, "/ws/" + path, true);
        }
    }
}
