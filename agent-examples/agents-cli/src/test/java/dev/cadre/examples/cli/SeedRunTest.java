package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.Agent;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.AgentEvent;
import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.DeliverableCheck;
import dev.cadre.core.run.EventJson;
import dev.cadre.tools.permission.PermissionMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the definitions of the founding request, and our own of the same shapes, on a copy of the example workspace. */
class SeedRunTest {

    private static final Path ROOT = Path.of(System.getProperty("cadre.root", "../.."));
    private static final Path SEEDS = Path.of(System.getProperty("cadre.shared", "../../../shared"), "seeds");
    private static final Pattern SOURCE = Pattern.compile("([\\w./-]+\\.\\w+):(\\d+)");

    @TempDir
    Path temp;

    static Stream<Path> definitions() throws IOException {
        List<Path> files = new ArrayList<>();
        addFiles(ROOT.resolve("agent-examples/agents"), files);
        if (Files.isDirectory(SEEDS)) {
            addFiles(SEEDS, files);
        }
        return files.stream();
    }

    private static void addFiles(Path folder, List<Path> files) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.sorted().forEach(files::add);
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void the_job_that_a_definition_describes_runs_to_its_end(Path file) throws IOException {
        AgentResult result = run(file, new ArrayList<>());

        assertThat(result.outcome()).isEqualTo(AgentResult.Outcome.COMPLETED);
        assertThat(result.text()).isNotBlank();
        assertThat(result.deliverables())
                .allSatisfy(check -> assertThat(check.state()).isEqualTo(DeliverableCheck.State.COMPLETE));
    }

    @Test
    void the_first_seeds_twelve_sections_stand_in_its_deliverable() throws IOException {
        Path seed = seed("000_");

        AgentResult result = run(seed, new ArrayList<>());

        assertThat(result.deliverables())
                .containsExactly(
                        new DeliverableCheck("docs/BACKEND-DEV.md", DeliverableCheck.State.COMPLETE, List.of()));
        String plan = Files.readString(temp.resolve("ws/docs/BACKEND-DEV.md"));
        assertThat(plan.lines().filter(line -> line.startsWith("## "))).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void every_source_that_the_deliverable_names_exists_at_its_line() throws IOException {
        run(ROOT.resolve("agent-examples/agents/backend-developer.md"), new ArrayList<>());

        Matcher source = SOURCE.matcher(Files.readString(temp.resolve("ws/docs/BACKEND-DEV.md")));
        int sources = 0;
        while (source.find()) {
            Path file = temp.resolve("ws").resolve(source.group(1));
            assertThat(file).isRegularFile();
            assertThat(Files.readAllLines(file)).hasSizeGreaterThanOrEqualTo(Integer.parseInt(source.group(2)));
            sources++;
        }
        assertThat(sources).isGreaterThan(10);
    }

    @Test
    void two_runs_in_fresh_copies_at_one_path_tell_equal_events() throws IOException {
        Path file = ROOT.resolve("agent-examples/agents/backend-developer.md");
        List<Map<String, Object>> first = new ArrayList<>();
        List<Map<String, Object>> second = new ArrayList<>();

        run(file, first);
        delete(temp.resolve("ws"));
        run(file, second);

        assertThat(second).isEqualTo(first).hasSizeGreaterThan(20);
    }

    private AgentResult run(Path file, List<Map<String, Object>> events) throws IOException {
        Path workspace = temp.resolve("ws");
        copy(ROOT.resolve("agent-examples/workspaces/notes-api"), workspace);
        try (Agent agent = Agent.builder(AgentDefinition.load(file))
                .llm("offline")
                .workspace(workspace)
                .mode(PermissionMode.ACCEPT_EDITS)
                .build()) {
            return agent.run("Plan the backend", event -> events.add(timeless(event)));
        }
    }

    private static Map<String, Object> timeless(AgentEvent event) {
        Map<String, Object> json = new LinkedHashMap<>(EventJson.of(event));
        json.remove("time");
        json.remove("runId");
        return json;
    }

    private static Path seed(String prefix) throws IOException {
        if (!Files.isDirectory(SEEDS)) {
            Assumptions.abort("the seeds are not there: " + SEEDS);
        }
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
