package dev.cadre.testkit;

import dev.cadre.core.Agent;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentEvent;
import dev.cadre.core.run.AgentResult;
import dev.cadre.llm.Json;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.testkit.ManualClock;
import dev.cadre.llm.testkit.ScriptedLlm;
import dev.cadre.llm.testkit.cassette.CassetteLlm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is where one test runs agents: a temporary workspace, a model, a clock that stands still, run ids that count, and a
 * scripted shell. Confined to the test's thread.
 *
 * <p>{@link AgentExtension} makes it. Nothing here reaches the network, and shell commands run nowhere unless a test puts a
 * real sandbox in.
 */
public final class AgentBench implements AutoCloseable {

    private final Path workspace;
    private final Path cassettes;
    private final ManualClock clock = ManualClock.create();
    private final ScriptedSandbox sandbox = ScriptedSandbox.create();
    private final List<AgentEvent> events = new ArrayList<>();
    private final List<ScriptedLlm> scripts = new ArrayList<>();
    private final List<CassetteLlm> opened = new ArrayList<>();
    private @Nullable LlmClient llm;
    private int runs;

    AgentBench(Path cassettes) {
        this.cassettes = cassettes;
        try {
            this.workspace = Files.createTempDirectory("agent-test").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the folder in which agents work; it is deleted after the test. */
    public Path workspace() {
        return workspace;
    }

    /** Returns the clock that agents see. */
    public ManualClock clock() {
        return clock;
    }

    /** Returns what runs the shell commands of agents. */
    public ScriptedSandbox sandbox() {
        return sandbox;
    }

    /** Writes a file of the workspace, and the folders above it. */
    public AgentBench file(String path, String text) {
        Path file = workspace.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Reads a file of the workspace.
     *
     * @throws AssertionError if there is none
     */
    public String read(String path) {
        try {
            return Files.readString(workspace.resolve(path));
        } catch (IOException e) {
            throw new AssertionError("there is no file " + path + " in the workspace", e);
        }
    }

    /** Lets agents ask a scripted model; the test fails if steps of the script are left. */
    public ScriptedLlm script(ScriptedLlm.Script script) {
        ScriptedLlm scripted = script.build();
        scripts.add(scripted);
        llm = scripted;
        return scripted;
    }

    /**
     * Lets agents ask a cassette, {@code src/test/cassettes/TestClass/name.yaml}, in which the workspace is a placeholder;
     * the test fails if calls on it are left.
     *
     * @param change adds the real client and secrets
     */
    public CassetteLlm cassette(String name, UnaryOperator<CassetteLlm.Builder> change) {
        CassetteLlm cassette = change.apply(CassetteLlm.builder(cassettes.resolve(name + ".yaml"))
                        .placeholder("workspace", workspace.toString()))
                .build();
        opened.add(cassette);
        llm = cassette;
        return cassette;
    }

    /** Lets agents ask a client, which stays open. */
    public AgentBench llm(LlmClient client) {
        llm = client;
        return this;
    }

    /** Starts an agent that works on this bench. */
    public Agent.Builder agent(AgentDefinition definition) {
        Agent.Builder builder = Agent.builder(definition)
                .workspace(workspace)
                .sandbox(sandbox)
                .clock(clock)
                .ids(() -> "run-" + ++runs);
        if (llm == null) {
            throw new IllegalStateException("give the bench a model first: script, cassette or llm");
        }
        return builder.llm(llm);
    }

    /** Runs an agent as {@link #agent} makes it. */
    public AgentResult run(AgentDefinition definition, String prompt) {
        return run(definition, prompt, agent -> {});
    }

    /** Runs an agent with further rights, limits or fakes. */
    public AgentResult run(AgentDefinition definition, String prompt, Consumer<Agent.Builder> change) {
        Agent.Builder builder = agent(definition);
        change.accept(builder);
        try (Agent agent = builder.build()) {
            return agent.run(prompt, events::add);
        }
    }

    /** Returns the events of all runs so far, in order. */
    public List<AgentEvent> events() {
        return Json.list(events);
    }

    /**
     * Checks that scripts and cassettes were used up.
     *
     * @throws AssertionError if not
     */
    public void assertFinished() {
        scripts.forEach(ScriptedLlm::assertFinished);
        opened.forEach(CassetteLlm::assertFinished);
    }

    /** Writes what was recorded, and deletes the workspace. */
    @Override
    public void close() {
        opened.forEach(CassetteLlm::close);
        try (Stream<Path> files = Files.walk(workspace)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
