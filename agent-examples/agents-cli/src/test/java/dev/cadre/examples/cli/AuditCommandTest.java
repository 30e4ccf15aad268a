package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    @TempDir
    Path folder;

    private Path log;

    private Cli cli;

    @BeforeEach
    void record_a_run() throws IOException {
        Path workspace = Files.createDirectory(folder.resolve("ws"));
        Files.writeString(workspace.resolve("README.md"), "# Notes\n\nKeeps notes.\n");
        Path definition = folder.resolve("a.md");
        Files.writeString(
                definition, "---\nname: a\ndescription: A\n---\nWrite `docs/NOTES.md` with the section Purpose.\n");
        log = folder.resolve("audit.jsonl");
        cli = new Cli();
        assertThat(cli.run("run", definition, "-p", "offline", "-w", workspace, "--audit", log, "Write the notes"))
                .as(cli.err())
                .isZero();
        cli = new Cli();
    }

    @Test
    void tells_that_a_chain_holds_and_how_it_ends() throws IOException {
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSizeGreaterThan(3);
        String last = lines.get(lines.size() - 1);
        String head = last.substring(last.length() - 66, last.length() - 2);

        assertThat(cli.run("audit", log)).isZero();
        assertThat(cli.out().strip()).isEqualTo(log + ": the chain holds and ends with " + head);
        assertThat(new Cli().run("audit", "--head", head, log)).isZero();
    }

    @Test
    void names_the_first_line_that_was_tampered_with() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.set(1, lines.get(1).replace("executed", "refused!"));
        Files.write(log, lines);

        assertThat(cli.run("audit", "--json", log)).isEqualTo(1);
        assertThat(cli.json())
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer).containsEntry("holds", false).containsEntry("line", 2));
    }

    @Test
    void notices_missing_last_lines_by_the_head_that_was_kept() throws IOException {
        List<String> lines = Files.readAllLines(log);
        String last = lines.get(lines.size() - 1);
        Files.write(log, lines.subList(0, lines.size() - 1));

        assertThat(cli.run("audit", log)).isZero();
        assertThat(cli.run("audit", "--head", last.substring(last.length() - 66, last.length() - 2), log))
                .isEqualTo(1);
        assertThat(cli.out()).contains("but ends with");
    }

    @Test
    void refuses_what_can_not_be_read() {
        assertThat(cli.run("audit", folder.resolve("none"))).isEqualTo(2);
    }

    @Test
    void a_run_is_not_audited_where_the_agent_can_write() {
        assertThat(cli.run(
                        "run",
                        folder.resolve("a.md"),
                        "-w",
                        folder.resolve("ws"),
                        "--audit",
                        folder.resolve("ws/x"),
                        "Go"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("which agents can write");
    }
}
