package dev.cadre.llm.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.Agent;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.ApprovalHandler;
import dev.cadre.core.run.EventJson;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.SandboxSpec;
import dev.cadre.tools.SandboxUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts a process whose environment holds the key, and lets its model's commands look for it. */
class CommandEnvironmentTest {

    private static final String KEY = KeySweepTest.KEY;
    private static final String LOOK =
            "env; tr '\\0' '\\n' < /proc/self/environ; cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline";

    @TempDir
    Path temp;

    /** Is the process: a program that takes its key from its environment, as the command line does. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            LlmSettings settings =
                    LlmSettings.builder().environment(System.getenv()).build();
            AgentDefinition definition =
                    AgentDefinition.builder("worker", "Works", "Work.").build();
            try (Agent agent = Agent.builder(definition)
                    .providers(LlmProviders.load())
                    .llm(args[0], settings)
                    .workspace(Path.of(args[1]))
                    .approvals(call -> new ApprovalHandler.Answer.Yes())
                    .build()) {
                agent.run("Look around", event -> System.out.println(EventJson.of(event)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai"})
    void holds_no_key_where_commands_run(String provider) throws IOException, InterruptedException {
        Path workspace = Files.createDirectories(temp.resolve("work")).toRealPath();
        needsSandbox(workspace);
        try (WireServer server = WireServer.start()) {
            server.enqueue(
                    WireReply.calls(new ToolCall("1", "Bash", Map.of("command", LOOK))),
                    WireReply.says("Nothing there."));
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Program.class.getName(),
                            provider + "/" + WireReply.MODEL,
                            workspace.toString())
                    .redirectErrorStream(true);
            builder.environment().put("ANTHROPIC_API_KEY", KEY);
            builder.environment().put("OPENAI_API_KEY", KEY);
            builder.environment().put("ANTHROPIC_BASE_URL", server.url().toString());
            builder.environment().put("OPENAI_BASE_URL", server.urlWithVersion().toString());
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(printed).isZero();
            server.assertFinished();
            assertThat(server.lastRequest().headers().toString()).contains(KEY);
            assertThat(server.lastRequest().body()).contains("PATH=").doesNotContain(KEY);
            assertThat(printed).contains("PATH=", "outcome=completed").doesNotContain(KEY);
        }
    }

    private static void needsSandbox(Path workspace) {
        try {
            LocalSandbox.create().open(new SandboxSpec(workspace, false)).close();
        } catch (SandboxUnavailableException e) {
            Assumptions.abort("no command runs without a sandbox: " + e.getMessage());
        }
    }
}
