package dev.cadre.llm.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.Agent;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentEvent;
import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.DeliverableCheck;
import dev.cadre.core.run.EventJson;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.testkit.ManualClock;
import dev.cadre.llm.testkit.ScriptedLlm;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import dev.cadre.tools.permission.PermissionMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs one job through every provider against the loopback server: whoever watches can not tell which it was. */
class SameRunTest {

    private static final Path ROOT = Path.of(System.getProperty("cadre.root", "../.."));
    private static final Path SEEDS = Path.of(System.getProperty("cadre.shared", "../../../shared"), "seeds");

    @TempDir
    Path temp;

    @Test
    void the_example_tells_the_same_events_through_every_provider() throws IOException {
        assertSameThroughAll(ROOT.resolve("agent-examples/agents/backend-developer.md"));
    }

    @Test
    void the_first_seed_tells_the_same_events_through_every_provider() throws IOException {
        if (!Files.isDirectory(SEEDS)) {
            Assumptions.abort("the seeds are not there: " + SEEDS);
        }
        try (Stream<Path> files = Files.list(SEEDS)) {
            assertSameThroughAll(files.sorted().findFirst().orElseThrow());
        }
    }

    private void assertSameThroughAll(Path file) throws IOException {
        AgentDefinition definition = AgentDefinition.load(file);
        List<LlmResponse> script = PlanScript.of(definition);
        ScriptedLlm.Script steps = ScriptedLlm.script();
        script.forEach(steps::answers);
        List<Map<String, Object>> expected = run(definition, steps.build(), "scripted");

        for (Candidate candidate : Candidate.values()) {
            try (WireServer server = WireServer.start();
                    LlmClient client = candidate.client(server, "a-key")) {
                script.forEach(response -> server.enqueue(WireReply.answer(response)));

                assertThat(run(definition, client, candidate.name()))
                        .as(candidate.name())
                        .isEqualTo(expected);
                server.assertFinished();
            }
        }
        assertThat(expected)
                .extracting(event -> event.get("type"))
                .contains("text_streamed", "permission_decided", "tool_started", "tool_finished");
    }

    private List<Map<String, Object>> run(AgentDefinition definition, LlmClient client, String name)
            throws IOException {
        // The same path for all, for paths stand in events; what a run leaves behind moves away.
        Path workspace = copy(ROOT.resolve("agent-examples/workspaces/notes-api"), temp.resolve("work"));
        List<Map<String, Object>> events = new ArrayList<>();
        try (Agent agent = Agent.builder(definition)
                .llm(client)
                .workspace(workspace)
                .mode(PermissionMode.ACCEPT_EDITS)
                .clock(ManualClock.create())
                .ids(() -> "run-1")
                .build()) {
            AgentResult result = agent.run("Plan the backend", event -> add(event, events));

            assertThat(result.isCompleted()).as(name).isTrue();
            assertThat(result.deliverables())
                    .extracting(DeliverableCheck::state)
                    .containsExactly(DeliverableCheck.State.COMPLETE);
            assertThat(result.denials())
                    .extracting(denial -> denial.call().name())
                    .containsExactly("Bash");
        }
        Files.move(workspace, temp.resolve("done-" + name));
        return events;
    }

    /** Keeps an event under one name of the model, and streamed text in one piece: how it is cut is the server's affair. */
    private static void add(AgentEvent event, List<Map<String, Object>> events) {
        Map<String, Object> json = new LinkedHashMap<>(EventJson.of(event));
        json.computeIfPresent("model", (key, model) -> "the model");
        Map<String, Object> last = events.isEmpty() ? Map.of() : events.get(events.size() - 1);
        if (event instanceof AgentEvent.TextStreamed streamed && "text_streamed".equals(last.get("type"))) {
            last.put("text", last.get("text") + streamed.text());
        } else {
            events.add(json);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
