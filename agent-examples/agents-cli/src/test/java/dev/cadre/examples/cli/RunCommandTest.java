package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

    private static final Path AGENT = Cli.EXAMPLES.resolve("agents/backend-developer.md");
    private static final Pattern SOURCE = Pattern.compile("(?m)(?:“(.*)”|(`+) ?(.*?) ?\\2) — `([^`]+):(\\d+)`$");

    @TempDir
    Path temp;

    private final Cli cli = new Cli();
    private Path workspace;

    @BeforeEach
    void copy_workspace() throws IOException {
        workspace = Cli.copy(Cli.EXAMPLES.resolve("workspaces/notes-api"), temp.resolve("notes api"));
    }

    @Test
    void writes_the_document_that_the_definition_asks_for() throws IOException {
        int code = cli.run("run", AGENT, "-w", workspace, "Plan the backend");

        assertThat(cli.err()).contains("offline model works");
        assertThat(code).isZero();
        String document = Files.readString(workspace.resolve("docs/BACKEND-DEV.md"));
        assertThat(headings(document))
                .containsExactly(
                        "Service Layout",
                        "Interface",
                        "Data Model",
                        "Migrations",
                        "Sign-in and Sessions",
                        "Access Rules",
                        "Input Validation and Errors",
                        "Rate Limits and Quotas",
                        "Testing",
                        "Deployment",
                        "Logging and Health",
                        "Internationalisation",
                        "Checklist");
        assertThat(verifiedSources(document)).isGreaterThan(40);
        assertThat(cli.out()).contains("12 sections, 11 with evidence").contains("none for: Internationalisation");
    }

    private static List<String> headings(String document) {
        return document.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    private int verifiedSources(String document) throws IOException {
        Matcher source = SOURCE.matcher(document);
        int count = 0;
        while (source.find()) {
            String quote = source.group(1) != null ? source.group(1) : source.group(3);
            List<String> lines = Files.readAllLines(workspace.resolve(source.group(4)));
            assertThat(lines.get(Integer.parseInt(source.group(5)) - 1)).contains(quote);
            count++;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-builder", "database-reviewer", "incident-responder", "release-notes-writer"})
    void runs_every_other_example_and_writes_no_file(String name) throws IOException {
        List<String> before = files();

        int code = cli.run("run", Cli.EXAMPLES.resolve("agents/" + name + ".md"), "-w", workspace, "Look at the notes");

        assertThat(code).as(cli.err()).isZero();
        assertThat(cli.out()).contains("this report is the answer");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void runs_the_definitions_of_the_founding_request() throws IOException {
        Path seeds = Path.of(System.getProperty("cadre.shared", "../shared"), "seeds");
        if (!Files.isDirectory(seeds)) {
            Assumptions.abort("the seeds are not there: " + seeds);
        }
        try (Stream<Path> files = Files.list(seeds)) {
            for (Path seed : files.sorted().toList()) {
                Cli one = new Cli();
                assertThat(one.run("run", seed, "-w", workspace, "Plan the backend"))
                        .as(seed + one.err())
                        .isZero();
            }
        }
        assertThat(headings(Files.readString(workspace.resolve("docs/BACKEND-DEV.md"))))
                .hasSize(12);
    }

    @Test
    void tells_events_as_json_with_the_result_last() {
        assertThat(cli.run("run", AGENT, "-w", workspace, "--json", "Plan the backend"))
                .isZero();

        List<Map<String, Object>> events = cli.json();
        assertThat(events.get(0)).containsEntry("type", "run_started").containsEntry("agent", "backend-developer");
        assertThat(events.get(events.size() - 1))
                .containsEntry("type", "result")
                .containsEntry("outcome", "completed");
        assertThat(events).extracting(event -> event.get("type")).contains("permission_decided", "tool_finished");
    }

    @Test
    void tells_the_same_events_for_the_same_workspace() throws IOException {
        List<Map<String, Object>> first = events();
        workspace = Cli.copy(Cli.EXAMPLES.resolve("workspaces/notes-api"), delete(workspace));

        List<Map<String, Object>> second = events();

        assertThat(second).isEqualTo(first);
        assertThat(first.size()).isGreaterThan(100);
    }

    private List<Map<String, Object>> events() {
        Cli one = new Cli();
        assertThat(one.run("run", AGENT, "-w", workspace, "--json", "Plan the backend"))
                .isZero();
        return one.json().stream()
                .map(event -> {
                    Map<String, Object> lasting = JsonLines.object(event);
                    lasting.remove("time");
                    lasting.remove("runId");
                    return lasting;
                })
                .toList();
    }

    @Test
    void shows_todos_and_tools_on_a_terminal() {
        int code = cli.terminal(new Surroundings.Terminal(false, true, 60))
                .run("run", AGENT, "-w", workspace, "Plan the backend");

        assertThat(code).isZero();
        assertThat(cli.err())
                .contains("▶ Find evidence: Service Layout")
                .contains("✔ Read")
                .contains("\033[J");
        assertThat(cli.out()).doesNotContain("\033");
        List<String> wide = cli.err()
                .lines()
                .map(line -> line.replaceAll("\033\\[[0-9;]*[A-Za-z]", "").replace("\r", ""))
                .filter(line -> !line.startsWith("agents:") && line.length() > 60)
                .toList();
        assertThat(wide).isEmpty();
    }

    @Test
    void asks_the_person_at_a_terminal() {
        int code = cli.terminal(new Surroundings.Terminal(true, false, 80))
                .input("y\n")
                .run("run", AGENT, "-w", workspace, "--mode", "default", "Plan the backend");

        assertThat(code).isZero();
        assertThat(cli.err())
                .contains("The agent wants to run Write:")
                .contains("  | +", "Allow this once? [y/N/a: always this very call, or say why not]");
        assertThat(workspace.resolve("docs/BACKEND-DEV.md")).exists();
    }

    @Test
    void puts_the_document_into_the_answer_when_nobody_can_be_asked() {
        int code = cli.run("run", AGENT, "-w", workspace, "--mode", "default", "Plan the backend");

        assertThat(code).isZero();
        assertThat(workspace.resolve("docs")).doesNotExist();
        assertThat(cli.out()).contains("Did not write `docs/BACKEND-DEV.md`").contains("## Data Model");
    }

    @Test
    void refuses_unusable_input_with_one_line_and_writes_nothing() throws IOException {
        Path empty = Files.writeString(temp.resolve("empty.md"), "");
        Path binary =
                Files.write(temp.resolve("binary.md"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, (byte) 0xff});
        Map<String, Object[]> cases = Map.of(
                "no file", new Object[] {"run", temp.resolve("absent.md"), "-w", workspace, "Go"},
                "a directory", new Object[] {"run", temp, "-w", workspace, "Go"},
                "does not load", new Object[] {"run", empty, "-w", workspace, "Go"},
                "binary.md", new Object[] {"run", binary, "-w", workspace, "Go"},
                "no LLM provider \"nobody\"", new Object[] {"run", AGENT, "-w", workspace, "-p", "nobody", "Go"},
                "the prompt is empty", new Object[] {"run", AGENT, "-w", workspace, " "},
                "is no folder", new Object[] {"run", AGENT, "-w", temp.resolve("absent"), "Go"},
                "unknown permission mode", new Object[] {"run", AGENT, "-w", workspace, "--mode", "yolo", "Go"},
                "is no permission rule", new Object[] {"run", AGENT, "-w", workspace, "--allow", "Bash(", "Go"});
        List<String> before = files();

        cases.forEach((message, args) -> {
            Cli one = new Cli();
            assertThat(one.run(args)).as(message + one.err()).isEqualTo(2);
            assertThat(one.err()).contains(message).doesNotContain("\tat ");
            assertThat(one.out()).isEmpty();
        });
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void uses_the_offline_model_when_the_provider_of_a_key_is_not_there() {
        int code = cli.environment("OPENAI_API_KEY", " ").run("run", AGENT, "-w", workspace, "Plan the backend");

        assertThat(code).isZero();
        assertThat(cli.err()).contains("no key in the environment");
    }

    private List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(workspace)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> names.add(file.toString()));
        }
        return names;
    }

    private static Path delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
