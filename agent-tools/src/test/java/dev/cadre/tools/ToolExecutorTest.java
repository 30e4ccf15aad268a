package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolSpec;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ToolSelection;
import dev.cadre.tools.permission.Verdict;
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

class ToolExecutorTest {

    private static final Instant NOW = Instant.EPOCH;

    @TempDir
    Path folder;

    private final List<Map<String, Object>> performed = new ArrayList<>();
    private final ToolCall call = new ToolCall("call-1", "Launch", Map.of("target", "moon"));
    private Workspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = LocalWorkspace.open(folder);
    }

    @Test
    void runs_an_allowed_call_with_the_input_that_was_decided() {
        ToolOutcome outcome = executor(PermissionMode.BYPASS_PERMISSIONS).execute(call, CancellationToken.create());

        assertThat(outcome.status()).isEqualTo(ToolOutcome.Status.EXECUTED);
        assertThat(performed).containsExactly(call.input());
    }

    @Test
    void refuses_an_asked_call_without_approval() {
        ToolExecutor executor = executor(PermissionMode.DEFAULT);

        ToolOutcome outcome = executor.execute(call, CancellationToken.create());

        assertThat(decided(executor).decision().verdict()).isEqualTo(Verdict.ASK);
        assertThat(outcome.status()).isEqualTo(ToolOutcome.Status.DENIED);
        assertThat(outcome.result().isError()).isTrue();
        assertThat(performed).isEmpty();
    }

    @Test
    void runs_an_approved_call_once() {
        ToolExecutor executor = executor(PermissionMode.DEFAULT);
        Approval approval = approval(decided(executor), Approval.Answer.APPROVED, NOW.plusSeconds(1));

        assertThat(executor.execute(call, approval, CancellationToken.create()).status())
                .isEqualTo(ToolOutcome.Status.EXECUTED);
        assertThat(executor.execute(call, approval, CancellationToken.create()).status())
                .isEqualTo(ToolOutcome.Status.DENIED);
        assertThat(performed).hasSize(1);
    }

    @Test
    void ignores_an_approval_of_another_input() {
        ToolExecutor executor = executor(PermissionMode.DEFAULT);
        Approval approval = approval(decided(executor), Approval.Answer.APPROVED, NOW.plusSeconds(1));
        ToolCall swapped = new ToolCall("call-1", "Launch", Map.of("target", "sun"));

        assertThat(executor.execute(swapped, approval, CancellationToken.create())
                        .status())
                .isEqualTo(ToolOutcome.Status.DENIED);
        assertThat(performed).isEmpty();
    }

    @Test
    void ignores_an_expired_approval_and_passes_on_a_denial() {
        ToolExecutor executor = executor(PermissionMode.DEFAULT);
        Approval expired = approval(decided(executor), Approval.Answer.APPROVED, NOW);
        Approval no = approval(decided(executor), Approval.Answer.DENIED, NOW.plus(Duration.ofDays(1)));

        assertThat(executor.execute(call, expired, CancellationToken.create())
                        .result()
                        .text())
                .contains("expired");
        assertThat(executor.execute(call, no, CancellationToken.create())
                        .result()
                        .text())
                .contains("denied by the user");
        assertThat(performed).isEmpty();
    }

    @Test
    void lets_no_approval_pass_a_deny_rule() {
        ToolExecutor executor = executor(PermissionMode.DONT_ASK);
        Approval approval = approval(decided(executor), Approval.Answer.APPROVED, NOW.plusSeconds(1));

        assertThat(executor.execute(call, approval, CancellationToken.create()).status())
                .isEqualTo(ToolOutcome.Status.DENIED);
        assertThat(performed).isEmpty();
    }

    @Test
    void decides_a_command_where_the_shell_stands() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("secrets")).resolve("key"), "planted");
        PermissionPolicy policy = PermissionPolicy.of(List.of(PermissionLayer.builder("host")
                .rules(new PermissionRules(
                        List.of(PermissionRule.parse("Read(secrets/key)")),
                        List.of(),
                        List.of(PermissionRule.parse("Bash"))))
                .approves(PermissionLayer.Approves.YES)
                .build()));

        try (ToolExecutor executor = ToolExecutor.builder(policy, workspace)
                .tools(BuiltinTools.all())
                .sandbox(LocalSandbox.create())
                .build()) {
            ToolOutcome moved = executor.execute(bash("cd secrets"), CancellationToken.create());
            ToolOutcome read = executor.execute(bash("cat key"), CancellationToken.create());

            assertThat(moved.status()).isEqualTo(ToolOutcome.Status.EXECUTED);
            assertThat(read.status()).isEqualTo(ToolOutcome.Status.DENIED);
        }
    }

    private static ToolCall bash(String command) {
        return new ToolCall(command, "Bash", Map.of("command", command));
    }

    @Test
    void names_the_tools_that_exist_when_one_does_not() {
        ToolOutcome outcome = executor(PermissionMode.BYPASS_PERMISSIONS)
                .execute(new ToolCall("call-1", "Fly", Map.of()), CancellationToken.create());

        assertThat(outcome.status()).isEqualTo(ToolOutcome.Status.INVALID);
        assertThat(outcome.result().text()).isEqualTo("no tool \"Fly\" here; the tools are Launch");
    }

    @Test
    void hides_a_tool_that_the_policy_does_not_make_available() {
        PermissionPolicy policy = PermissionPolicy.of(List.of(PermissionLayer.builder("host")
                .mode(PermissionMode.BYPASS_PERMISSIONS)
                .tools(ToolSelection.only(List.of(PermissionRule.parse("Read"))))
                .approves(PermissionLayer.Approves.YES)
                .build()));
        ToolExecutor executor = ToolExecutor.builder(policy, workspace)
                .tools(List.of(new Launch()))
                .build();

        assertThat(executor.specs()).isEmpty();
        assertThat(executor.execute(call, CancellationToken.create()).status()).isEqualTo(ToolOutcome.Status.INVALID);
    }

    @Test
    void turns_a_failing_tool_into_a_result() {
        ToolOutcome outcome = executor(PermissionMode.BYPASS_PERMISSIONS)
                .execute(new ToolCall("call-1", "Launch", Map.of("target", "nowhere")), CancellationToken.create());

        assertThat(outcome.status()).isEqualTo(ToolOutcome.Status.FAILED);
        assertThat(outcome.result().text()).isEqualTo("there is no nowhere");
    }

    @Test
    void starts_no_call_after_cancellation() {
        CancellationToken token = CancellationToken.create();
        token.cancel();

        assertThat(executor(PermissionMode.BYPASS_PERMISSIONS)
                        .execute(call, token)
                        .status())
                .isEqualTo(ToolOutcome.Status.FAILED);
        assertThat(performed).isEmpty();
    }

    @Test
    void refuses_two_tools_of_one_name() {
        ToolExecutor.Builder builder = ToolExecutor.builder(policy(PermissionMode.DEFAULT), workspace);

        assertThatThrownBy(() -> builder.tools(List.of(new Launch(), new Launch())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two tools are called \"Launch\"");
    }

    private PlannedCall.Decided decided(ToolExecutor executor) {
        return (PlannedCall.Decided) executor.plan(call);
    }

    private static Approval approval(PlannedCall.Decided planned, Approval.Answer answer, Instant expiresAt) {
        return new Approval(planned.call().id(), planned.inputHash(), answer, "", expiresAt);
    }

    private ToolExecutor executor(PermissionMode mode) {
        return ToolExecutor.builder(policy(mode), workspace)
                .tools(List.of(new Launch()))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
    }

    private static PermissionPolicy policy(PermissionMode mode) {
        return PermissionPolicy.of(List.of(PermissionLayer.builder("host")
                .mode(mode)
                .approves(PermissionLayer.Approves.YES)
                .build()));
    }

    /** A tool with effects that no path or command describes. */
    private final class Launch implements Tool {

        @Override
        public ToolSpec spec() {
            return new ToolSpec("Launch", "Launches a rocket", Map.of("type", "object"));
        }

        @Override
        public ToolAction prepare(Map<String, Object> input) {
            return new ToolAction() {
                @Override
                public List<Access> accesses() {
                    return List.of(new Access.Other());
                }

                @Override
                public ToolOutput perform(ToolContext context) {
                    if ("nowhere".equals(input.get("target"))) {
                        throw new ToolFailureException("there is no nowhere");
                    }
                    performed.add(input);
                    return ToolOutput.text("launched");
                }
            };
        }
    }
}
