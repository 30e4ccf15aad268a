package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertAndFixTest {

    private static final Path AGENT = Cli.EXAMPLES.resolve("agents/backend-developer.md");

    @TempDir
    Path temp;

    private final Cli cli = new Cli();

    @Test
    void writes_a_definition_that_is_read_again() throws IOException {
        assertThat(cli.run("convert", "--to", "claude", AGENT)).as(cli.err()).isZero();

        Path written = Files.writeString(temp.resolve("again.md"), cli.out());
        Cli check = new Cli();
        assertThat(check.run("check", "--json", written)).isZero();
        assertThat(check.json().get(0))
                .containsEntry("name", "backend-developer")
                .containsEntry("loaded", true);
    }

    @Test
    void refuses_to_widen_unless_told() {
        Path narrow = Cli.EXAMPLES.resolve("agents/api-builder.md");

        assertThat(cli.run("convert", "--to", "cursor", narrow)).isEqualTo(1);

        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains("would allow more").contains("--lossy");
        assertThat(new Cli().run("convert", "--to", "cursor", "--lossy", narrow))
                .isZero();
    }

    @Test
    void names_the_dialects_that_it_writes() {
        assertThat(cli.run("convert", "--to", "klingon", AGENT)).isEqualTo(2);

        assertThat(cli.err())
                .contains("can't write \"klingon\"; expected one of")
                .contains("copilot");
    }

    @Test
    void fixes_what_needs_no_person_and_nothing_the_second_time() throws IOException {
        Path file = temp.resolve("incident.md");
        Files.copy(Cli.EXAMPLES.resolve("agents/incident-responder.md"), file);

        assertThat(cli.run("check", "--fix", "--strict", file)).as(cli.out()).isZero();

        String fixed = Files.readString(file);
        assertThat(cli.err()).contains("fixed 1 in");
        Cli again = new Cli();
        assertThat(again.run("check", "--fix", "--strict", file)).isZero();
        assertThat(again.err()).doesNotContain("fixed");
        assertThat(Files.readString(file)).isEqualTo(fixed);
    }
}
