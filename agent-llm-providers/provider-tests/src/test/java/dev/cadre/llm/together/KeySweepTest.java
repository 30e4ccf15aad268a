package dev.cadre.llm.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadre.core.Agent;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.EventJson;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.Message;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.cassette.CassetteLlm;
import dev.cadre.llm.testkit.cassette.CassetteMode;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireRequest;
import dev.cadre.llm.testkit.wire.WireServer;
import dev.cadre.tools.FileAuditLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plants a key in every provider and looks for it in all that a user, a model or a file gets to see. */
class KeySweepTest {

    static final String KEY = "sk-planted-7Qz9Xv2Lm4Tn6Rb8";

    private static final LlmRequest HELLO =
            LlmRequest.builder(WireReply.MODEL, List.of(Message.user("Hello"))).build();

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void stands_in_no_failure_even_if_the_service_repeats_it(Candidate candidate) {
        WireReply said = WireReply.says("A text that breaks off in the middle.");
        List<WireReply> replies = Stream.concat(
                        Stream.of(400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 503, 529)
                                .map(status -> WireReply.error(status, "Incorrect API key provided: " + KEY + ".")),
                        Stream.of(
                                WireReply.error(401, "Bearer " + KEY),
                                WireReply.raw(401, "text/plain", KEY),
                                WireReply.raw(502, "text/html", "<p>x-api-key: " + KEY + "</p>"),
                                WireReply.raw(200, "text/event-stream", "data: {\"" + KEY + "\n\n"),
                                said.failsInStream(3, 500, "Failed for " + KEY),
                                said.resetAt(100),
                                said.closeAt(60),
                                WireReply.disconnect(),
                                WireReply.reset()))
                .toList();
        try (Sightings sightings = new Sightings(KEY);
                WireServer server = WireServer.start();
                LlmClient client = candidate.client(server, KEY)) {
            for (WireReply reply : replies) {
                server.enqueue(reply);
                LlmException failure = failure(client);
                // LangChain4j passes over an error event within a stream.
                if (failure != null) {
                    sightings.look("failure " + server.requests().size(), failure);
                } else {
                    assertThat(candidate).isEqualTo(Candidate.LANGCHAIN4J);
                }
            }
            sightings.look("the client", client);
            sightings.look("the server's requests", server.requests());

            assertThat(server.requests()).hasSize(replies.size()).allSatisfy(KeySweepTest::carriesTheKey);
            sightings.assertNone(2 * replies.size() - 2);
        }
    }

    private static void carriesTheKey(WireRequest request) {
        assertThat(request.headers().toString()).contains(KEY);
        assertThat(request.target() + request.body()).doesNotContain(KEY);
    }

    private static @Nullable LlmException failure(LlmClient client) {
        return catchThrowableOfType(LlmException.class, () -> client.generate(HELLO));
    }

    @ParameterizedTest
    @EnumSource
    void stands_in_no_failure_without_a_network(Candidate candidate) {
        List<String> addresses = new ArrayList<>(List.of("http://nowhere.invalid", "http://127.0.0.1:1"));
        if (candidate
                != Candidate.LANGCHAIN4J) { // The JDK's client, which it uses, logs whole addresses when it debugs.
            addresses.add("http://" + KEY + "@127.0.0.1:1");
            addresses.add("http://user:" + KEY + "@127.0.0.1:1");
            addresses.add("http://127.0.0.1:1/path?key=" + KEY);
        }
        try (Sightings sightings = new Sightings(KEY)) {
            for (String address : addresses) {
                try (LlmClient client = candidate.client(URI.create(address), KEY)) {
                    LlmException failure = failure(client);
                    assertThat(failure).isInstanceOf(LlmRetryableException.class);
                    sightings.look("failure at " + address.replace(KEY, "…"), failure);
                    sightings.look("the client", client);
                }
            }
            sightings.assertNone(2 * addresses.size());
        }
    }

    @Test
    void stands_in_no_complaint_about_settings() {
        List<LlmSettings> settings = List.of(
                LlmSettings.builder().apiKey(KEY + " two").build(),
                LlmSettings.builder().apiKey(KEY + "\nx-other: 1").build(),
                LlmSettings.builder().apiKey(KEY + "é").build(),
                LlmSettings.builder()
                        .apiKey(KEY)
                        .baseUrl(URI.create("ftp://user:" + KEY + "@localhost"))
                        .build(),
                LlmSettings.builder()
                        .environment(Map.of("ANTHROPIC_API_KEY", KEY + " x", "OPENAI_API_KEY", KEY + " x"))
                        .build(),
                LlmSettings.builder().apiKey(KEY).property("secret", KEY).build());
        try (Sightings sightings = new Sightings(KEY)) {
            for (LlmSettings one : settings) {
                sightings.look("settings", one);
                for (String provider : List.of("anthropic", "openai")) {
                    RuntimeException refusal = catchThrowableOfType(
                            RuntimeException.class,
                            () -> LlmProviders.load().client(provider, one).close());
                    sightings.look("the refusal of " + provider, (Object) refusal);
                    assertThat(refusal).isNotNull();
                }
            }
            sightings.assertNone(18);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stands_in_nothing_that_a_run_tells_or_writes(Candidate candidate) throws IOException {
        Path workspace = Files.createDirectories(temp.resolve("work")).toRealPath();
        Path audit = temp.resolve("audit.jsonl");
        Path tape = temp.resolve("tape.yaml");
        try (Sightings sightings = new Sightings(KEY);
                WireServer server = WireServer.start()) {
            server.enqueue(
                    WireReply.calls(
                            new ToolCall("1", "Write", Map.of("file_path", "a.md", "content", "text")),
                            new ToolCall("2", "Read", Map.of("file_path", "absent.md")),
                            new ToolCall("3", "Bash", Map.of("command", "env"))),
                    WireReply.says("Done."));
            try (FileAuditLog log = FileAuditLog.builder(audit).build();
                    CassetteLlm recorder = CassetteLlm.builder(tape)
                            .mode(CassetteMode.RECORD)
                            .client(() -> candidate.client(server, KEY))
                            .build();
                    Agent agent = Agent.builder(AgentDefinition.builder("worker", "Works", "Work.")
                                    .build())
                            .llm(recorder)
                            .workspace(workspace)
                            .allow("Write")
                            .audit(log.forAgent("worker"))
                            .build()) {
                AgentResult result = agent.run("Go", event -> {
                    sightings.look("an event", event);
                    sightings.look("an event as JSON", EventJson.of(event));
                });
                sightings.look("the result", result);
                sightings.look("the agent", agent);
                sightings.look("the recorder", recorder);
            }
            sightings.look("what the model was told", server.lastRequest().body());
            sightings.look("the audit log", Files.readString(audit));
            sightings.look("the cassette", Files.readString(tape));
            sightings.look("the workspace", Files.readString(workspace.resolve("a.md")));

            server.assertFinished();
            sightings.assertNone(30);
        }
    }
}
