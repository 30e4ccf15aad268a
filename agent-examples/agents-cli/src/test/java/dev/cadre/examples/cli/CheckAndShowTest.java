package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAndShowTest {

    private static final Path AGENTS = Cli.EXAMPLES.resolve("agents");

    private static final String MILLER = """
            ---
            name: miller
            description: Mills grain
            ---

            # The Mill

            You are a careful miller.

            ## Responsibilities

            - Keep the stones clean

            Read `docs/GRAIN.md` first.

            ## Quality standards

            - Response time under 200 ms

            ## When to use

            - Grain has arrived

            ```bash
            grind --fine
            ```

            ```
            mill/
            ├── stones/
            │   └── upper.md
            └── log.md
            ```
            """;

    @TempDir
    Path temp;

    private final Cli cli = new Cli();

    @Test
    void loads_every_example_that_is_named() {
        int code = cli.run(
                "check",
                "--json",
                AGENTS.resolve("backend-developer.md"),
                AGENTS.resolve("api-builder.md"),
                AGENTS.resolve("database-reviewer.md"),
                AGENTS.resolve("incident-responder.md"),
                AGENTS.resolve("release-notes-writer.md"));

        assertThat(code).isZero();
        List<Map<String, Object>> files = cli.json();
        assertThat(files).allSatisfy(file -> assertThat(file).containsEntry("loaded", true));
        assertThat(files)
                .extracting(file -> file.get("name"))
                .containsExactly(
                        "backend-developer",
                        "api-builder",
                        "database-reviewer",
                        "incident-responder",
                        "release-notes-writer");
        assertThat(files.get(1)).containsEntry("permissions", Map.of("network", false, "mcp", false));
        assertThat(files.get(2).get("tools").toString()).contains("mode=inherit");
        assertThat(files.get(3)).containsEntry("model", "haiku").containsEntry("color", "red");
    }

    @Test
    void does_not_load_from_a_folder_what_does_not_say_that_it_is_an_agent() {
        assertThat(cli.run("check", "--json", AGENTS)).isZero();

        assertThat(cli.json())
                .filteredOn(file -> file.get("loaded").equals(false))
                .singleElement()
                .satisfies(file -> assertThat(String.valueOf(file.get("path"))).endsWith("release-notes-writer.md"));
    }

    @Test
    void prints_problems_with_their_place_and_fails() throws IOException {
        Path file = Files.writeString(
                temp.resolve("bad.md"), "---\nname: bad\ndescription: Does things.\ntools:\n---\n\nDo things.\n");

        assertThat(cli.run("check", file)).isEqualTo(1);

        assertThat(cli.out()).contains("bad.md:4:").contains("error[").contains("fix:");
        assertThat(cli.err()).contains("0 of 1 files loaded, 1 errors");
    }

    @Test
    void writes_one_sarif_log_for_all_files() {
        assertThat(cli.run("check", "--format", "sarif", AGENTS)).isZero();

        Map<String, Object> log = JsonLines.read(cli.out());
        assertThat(log).containsEntry("version", "2.1.0");
        assertThat(cli.out()).contains("release-notes-writer.md").contains("frontmatter/missing");
    }

    @Test
    void checks_every_definition_of_a_file_that_holds_several() throws IOException {
        Path file = Files.writeString(
                temp.resolve("agents.json"),
                "{\"a\": {\"description\": \"d\", \"prompt\": \"p\"}, \"b\": {\"description\": \"d\", \"prompt\": \"p\"}}");

        assertThat(cli.run("check", "--json", file)).isZero();

        assertThat(cli.json()).extracting(object -> object.get("name")).containsExactly("a", "b");
    }

    @Test
    void finds_agents_that_are_data_and_passes_documentation_by() throws IOException {
        Files.writeString(temp.resolve("AGENTS.md"), "# How to build\n\nRun make.\n");
        Files.writeString(temp.resolve("README.md"), "# Read me\n\nText.\n");
        Path roles = Files.createDirectories(temp.resolve(".codex/agents"));
        Files.writeString(
                roles.resolve("c.toml"), "name = \"c\"\ndescription = \"d\"\ndeveloper_instructions = \"p\"\n");

        assertThat(cli.run("check", "--strict", temp)).isZero();

        assertThat(cli.out()).contains("AGENTS.md: not loaded", "README.md: not loaded");
        assertThat(cli.err()).contains("1 of 3 files loaded, 0 errors, 0 warnings");
    }

    @Test
    void says_what_a_folder_holds_and_is_not_read() throws IOException {
        String definition = "---\nname: x\ndescription: d\n---\n\nHelp.\n";
        Path first = Files.writeString(temp.resolve("one.txt"), definition);
        Files.writeString(temp.resolve("two.txt"), definition);
        Files.writeString(temp.resolve("LICENSE"), "free\n");
        Files.createDirectories(temp.resolve("node_modules"));

        assertThat(cli.run("check", temp)).isZero();
        assertThat(cli.err())
                .contains("0 of 0 files loaded")
                .contains("3 files passed over (2 .txt, 1 no extension)", "read whatever its extension")
                .contains("not entered: " + temp.resolve("node_modules"));

        Cli json = new Cli();
        assertThat(json.run("check", "--json", temp)).isZero();
        assertThat(json.out()).isEmpty();
        assertThat(json.err()).contains("3 files passed over");

        Cli named = new Cli();
        assertThat(named.run("check", first)).isZero();
        assertThat(named.err()).contains("1 of 1 files loaded").doesNotContain("passed over");
    }

    @Test
    void fixes_what_needs_no_person_and_then_nothing() throws IOException {
        Path file = Files.writeString(
                temp.resolve("x.md"), "---\r\nname: x\r\ndescription: Use when: asked\r\n---\r\nHelp.\r\n");

        assertThat(cli.run("check", "--fix", "--strict", file)).isZero();
        assertThat(cli.err()).contains("fixed 1 in");
        assertThat(Files.readString(file))
                .isEqualTo("---\r\nname: x\r\ndescription: 'Use when: asked'\r\n---\r\nHelp.\r\n");

        Cli again = new Cli();
        assertThat(again.run("check", "--fix", file)).isZero();
        assertThat(again.err()).doesNotContain("fixed");
    }

    @Test
    void fails_on_warnings_only_when_strict() {
        Path warned = AGENTS.resolve("release-notes-writer.md");

        assertThat(cli.run("check", warned)).isZero();
        assertThat(new Cli().run("check", "--strict", warned)).isEqualTo(1);
    }

    @Test
    void refuses_a_path_that_names_nothing() {
        assertThat(cli.run("check", temp.resolve("absent"))).isEqualTo(2);

        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains("there is no file or folder");
    }

    @Test
    void refuses_wrong_usage() {
        assertThat(cli.run("check")).isEqualTo(2);
        assertThat(new Cli().run()).isEqualTo(2);
        assertThat(new Cli().run("frobnicate")).isEqualTo(2);
        assertThat(new Cli().run("check", "--format", "xml", AGENTS)).isEqualTo(2);
    }

    @Test
    void shows_what_a_prompt_asks_for_with_lines_of_the_file() throws IOException {
        Path file = AGENTS.resolve("backend-developer.md");

        assertThat(cli.run("show", "--json", file)).isZero();

        Map<String, Object> shown = cli.json().get(0);
        assertThat((List<?>) shown.get("workflow")).hasSize(6);
        Map<?, ?> deliverable = (Map<?, ?>) ((List<?>) shown.get("deliverables")).get(0);
        assertThat(deliverable.get("path")).isEqualTo("docs/BACKEND-DEV.md");
        List<String> lines = Files.readAllLines(file);
        assertThat((List<?>) deliverable.get("sections")).hasSize(12).allSatisfy(section -> {
            Map<?, ?> part = (Map<?, ?>) section;
            assertThat(lines.get((int) part.get("line") - 1)).contains(String.valueOf(part.get("title")));
        });
    }

    @Test
    void shows_every_kind_of_item_with_its_line() throws IOException {
        Path file = Files.writeString(temp.resolve("miller.md"), MILLER);

        assertThat(cli.run("show", "--json", file)).isZero();

        Map<String, Object> shown = cli.json().get(0);
        assertThat(shown.get("title")).isEqualTo(Map.of("text", "The Mill", "line", 6));
        assertThat(shown.get("role"))
                .isEqualTo(Map.of("text", "You are a careful miller.", "persona", "a careful miller", "line", 8));
        assertThat(shown.get("responsibilities"))
                .isEqualTo(List.of(Map.of("text", "Keep the stones clean", "line", 12)));
        assertThat(shown.get("inputs"))
                .isEqualTo(List.of(Map.of("text", "Read docs/GRAIN.md first.", "line", 14, "path", "docs/GRAIN.md")));
        assertThat(shown.get("standards"))
                .isEqualTo(List.of(Map.of(
                        "text",
                        "Response time under 200 ms",
                        "line",
                        18,
                        "measures",
                        List.of(Map.of("bound", "below", "value", 200, "unit", "ms")))));
        assertThat(shown.get("triggers")).isEqualTo(List.of(Map.of("text", "Grain has arrived", "line", 22)));
        assertThat(shown.get("codeBlocks"))
                .asInstanceOf(LIST)
                .first()
                .isEqualTo(Map.of("language", "bash", "content", "grind --fine\n", "line", 24));
        assertThat(shown.get("projectTrees"))
                .asInstanceOf(LIST)
                .singleElement()
                .extracting("line")
                .isEqualTo(28);
    }

    @Test
    void shows_every_kind_of_item_to_people() throws IOException {
        Path file = Files.writeString(temp.resolve("miller.md"), MILLER);

        assertThat(cli.run("show", file)).isZero();

        assertThat(cli.out().lines().map(String::strip))
                .contains("title", "6  The Mill")
                .contains("role", "8  You are a careful miller.")
                .contains("responsibilities", "12  Keep the stones clean")
                .contains("inputs", "14  docs/GRAIN.md  Read docs/GRAIN.md first.")
                .contains("standards", "18  Response time under 200 ms  [below 200 ms]")
                .contains("triggers", "22  Grain has arrived")
                .contains("code blocks", "24  bash, 1 line")
                .contains("project trees");
    }

    @Test
    void shows_examples_of_a_description() {
        assertThat(cli.run("show", AGENTS.resolve("incident-responder.md"))).isZero();

        assertThat(cli.out()).contains("examples").contains("user: Since this morning nobody can log in");
    }
}
