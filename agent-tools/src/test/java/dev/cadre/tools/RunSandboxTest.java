package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ToolCall;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at what a run makes of its rights when it starts its sandbox: nothing leaves the machine, the proxy's words tell. */
class RunSandboxTest {

    private static final String ASK =
            "exec 3<>/dev/tcp/127.0.0.1/3128; printf 'GET http://%s/ HTTP/1.1\\r\\n\\r\\n' >&3; cat <&3";

    @TempDir
    Path workspace;

    private ToolOutcome bash(Sandbox sandbox, Capabilities.Setting network, String command, String... allow) {
        try (ToolExecutor executor = executor(sandbox, network, allow)) {
            return executor.execute(new ToolCall("1", "Bash", Map.of("command", command)), CancellationToken.create());
        }
    }

    private ToolExecutor executor(Sandbox sandbox, Capabilities.Setting network, String... allow) {
        PermissionLayer host = PermissionLayer.builder("host")
                .mode(PermissionMode.ACCEPT_EDITS)
                .rules(new PermissionRules(
                        List.of(PermissionRule.parse("WebFetch(domain:bad.good.example)")),
                        List.of(),
                        Arrays.stream(allow).map(PermissionRule::parse).toList()))
                .capabilities(new Capabilities(network, Capabilities.Setting.INHERIT))
                .approves(PermissionLayer.Approves.YES)
                .build();
        return ToolExecutor.builder(PermissionPolicy.of(List.of(host)), LocalWorkspace.open(workspace))
                .tools(BuiltinTools.all())
                .sandbox(sandbox)
                .build();
    }

    @ParameterizedTest
    @EnumSource(LocalSandbox.Backend.class)
    void lets_commands_reach_the_domains_of_rules_and_no_others(LocalSandbox.Backend backend) {
        Sandbox sandbox = LocalSandbox.builder().backends(backend).build();
        String[] rules = {"Bash", "WebFetch(domain:*.good.example)"};

        assertThat(bash(sandbox, Capabilities.Setting.ALLOW, ASK.formatted("evil.example"), rules)
                        .result()
                        .text())
                .contains("403 Forbidden", "\"evil.example\" is not among those that commands may reach");
        assertThat(bash(sandbox, Capabilities.Setting.ALLOW, ASK.formatted("bad.good.example"), rules)
                        .result()
                        .text())
                .contains("\"bad.good.example\" is not among those that commands may reach");
    }

    @ParameterizedTest
    @EnumSource(LocalSandbox.Backend.class)
    void keeps_this_machine_and_its_networks_out_of_reach_where_no_rule_names_a_domain(LocalSandbox.Backend backend) {
        Sandbox sandbox = LocalSandbox.builder().backends(backend).build();
        String ask = String.join(
                "; ",
                Arrays.stream(new String[] {
                            "127.0.0.1", "169.254.169.254", "10.0.0.1", "[::ffff:127.0.0.1]", "localhost", "0x7f000001"
                        })
                        .map(host -> "(" + ASK.formatted(host) + ") | head -n 1")
                        .toList());
        String direct = "; (exec 3<>/dev/tcp/169.254.169.254/80) 2>&1; (exec 3<>/dev/tcp/192.0.2.1/80) 2>&1";

        String text = bash(sandbox, Capabilities.Setting.INHERIT, ask + direct, "Bash")
                .result()
                .text();

        assertThat(text.split("403 Forbidden", -1)).hasSize(7);
        assertThat(text.split("Network is unreachable", -1)).hasSizeGreaterThan(2);
    }

    @Test
    void says_what_the_rules_say_to_the_sandbox() {
        SpyingSandbox sandbox = new SpyingSandbox();

        bash(sandbox, Capabilities.Setting.INHERIT, "echo", "Bash", "WebFetch(domain:*.a.example)");
        bash(sandbox, Capabilities.Setting.INHERIT, "echo", "Bash");
        bash(sandbox, Capabilities.Setting.DENY, "echo", "Bash", "WebFetch(domain:a.example)");
        bash(sandbox, Capabilities.Setting.ALLOW, "echo", "Bash", "WebFetch(domain:localhost)");

        List<String> denied = List.of("bad.good.example");
        assertThat(sandbox.specs)
                .containsExactly(
                        new SandboxSpec(workspace, true, List.of("*.a.example"), denied),
                        new SandboxSpec(workspace, true, List.of(), denied),
                        new SandboxSpec(workspace, false, List.of("a.example"), denied),
                        new SandboxSpec(workspace, false, List.of(), denied));
    }

    @ParameterizedTest
    @EnumSource(LocalSandbox.Backend.class)
    void hides_from_scripts_what_rules_deny_to_read(LocalSandbox.Backend backend) throws IOException {
        for (String file : List.of("secrets/key", "a.pem", "plain")) {
            Files.createDirectories(workspace.resolve(file).getParent());
            Files.writeString(workspace.resolve(file), file + " holds it\n");
        }
        Files.writeString(workspace.resolve("script"), "cat secrets/key a.pem plain\n");
        PermissionLayer definition = PermissionLayer.builder("definition")
                .disallowedTools(List.of(PermissionRule.parse("Read(*.pem)"), PermissionRule.parse("Read(secrets/**)")))
                .build();
        PermissionLayer host = PermissionLayer.builder("host")
                .rules(new PermissionRules(List.of(), List.of(), List.of(PermissionRule.parse("Bash(sh script)"))))
                .approves(PermissionLayer.Approves.YES)
                .build();

        try (ToolExecutor executor = ToolExecutor.builder(
                        PermissionPolicy.of(List.of(host)).narrowedBy(definition), LocalWorkspace.open(workspace))
                .tools(BuiltinTools.all())
                .sandbox(LocalSandbox.builder().backends(backend).build())
                .build()) {
            ToolOutcome outcome = executor.execute(
                    new ToolCall("1", "Bash", Map.of("command", "sh script")), CancellationToken.create());

            assertThat(outcome.status()).isEqualTo(ToolOutcome.Status.EXECUTED);
            assertThat(outcome.result().text())
                    .contains("plain holds it")
                    .doesNotContain("key holds it", "pem holds it");
        }
    }

    @Test
    void tells_the_sandbox_which_files_other_tools_wrote() {
        SpyingSandbox sandbox = new SpyingSandbox();
        try (ToolExecutor executor = executor(sandbox, Capabilities.Setting.DENY, "Bash")) {
            executor.execute(new ToolCall("1", "Bash", Map.of("command", "echo")), CancellationToken.create());
            executor.execute(
                    new ToolCall("2", "Write", Map.of("file_path", "a/b.txt", "content", "x")),
                    CancellationToken.create());
        }

        assertThat(Files.exists(workspace.resolve("a/b.txt"))).isTrue();
        assertThat(sandbox.written).containsExactly(workspace.resolve("a/b.txt"));
    }

    @Test
    void an_approval_counts_for_the_folder_in_which_the_command_was_to_start() {
        SpyingSandbox sandbox = new SpyingSandbox();
        ToolCall remove = new ToolCall("2", "Bash", Map.of("command", "rm -r build"));
        try (ToolExecutor executor = executor(sandbox, Capabilities.Setting.DENY, "Bash(echo)")) {
            executor.execute(new ToolCall("1", "Bash", Map.of("command", "echo")), CancellationToken.create());
            String hash = ((PlannedCall.Decided) executor.plan(remove)).inputHash();
            Approval yes = new Approval("2", hash, Approval.Answer.APPROVED, "", Instant.MAX);

            sandbox.directory = workspace.resolve("sub").toString();
            ToolOutcome elsewhere = executor.execute(remove, yes, CancellationToken.create());
            sandbox.directory = ".";
            ToolOutcome there = executor.execute(remove, yes, CancellationToken.create());

            assertThat(hash).isEqualTo(CallHash.of(remove));
            assertThat(elsewhere.status()).isEqualTo(ToolOutcome.Status.DENIED);
            assertThat(elsewhere.result().text()).endsWith("nobody approved this call as it is now");
            assertThat(there.status()).isEqualTo(ToolOutcome.Status.EXECUTED);
        }
    }

    @Test
    void a_command_is_denied_where_no_sandbox_can_be_had() {
        ToolOutcome outcome = bash(
                spec -> {
                    throw new SandboxUnavailableException("there is none");
                },
                Capabilities.Setting.INHERIT,
                "echo",
                "Bash");

        assertThat(outcome.status()).isEqualTo(ToolOutcome.Status.DENIED);
        assertThat(outcome.result().text()).isEqualTo("shell commands are refused: there is none");
    }
}
