package dev.cadre.tools.sandbox;

import static dev.cadre.tools.sandbox.SandboxFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.LocalSandbox.Backend;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxSpec;
import dev.cadre.tools.SandboxUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries to read what is to be hidden from commands. */
@ParameterizedClass
@EnumSource(Backend.class)
class SandboxHiddenTest {

    private final Backend backend;

    @TempDir
    private Path workspace;

    SandboxHiddenTest(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void keep_secrets() throws IOException {
        for (String file : List.of("a/secrets/key", "a/note.pem", "a/plain")) {
            Path path = workspace.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file + " holds it\n");
        }
        Files.createSymbolicLink(workspace.resolve("link"), Path.of("a/secrets/key"));
    }

    private String output(String command) {
        return output(
                command,
                workspace.resolve("a/secrets"),
                workspace.resolve("a/note.pem"),
                workspace.resolve("a/absent"));
    }

    private String output(String command, Path... hidden) {
        SandboxSpec spec = new SandboxSpec(workspace, false, List.of(), List.of(), List.of(hidden));
        try (SandboxSession session =
                LocalSandbox.builder().backends(backend).build().open(spec)) {
            return run(session, command).stdout();
        }
    }

    @Test
    void shows_nothing_of_them_by_any_way() {
        String output = output("cat a/secrets/key a/note.pem link; ls a/secrets; tar -C a -cf - . | tr -d '\\0';"
                + " cp -r a /tmp/b && cat /tmp/b/secrets/key /tmp/b/note.pem; mv a c && cat c/secrets/key c/note.pem;"
                + " umount c/secrets c/note.pem a/secrets; cat */secrets/key");

        assertThat(output).contains("a/plain holds it").doesNotContain("key holds it", "note.pem holds it");
    }

    @Test
    void lets_nobody_change_or_replace_them() {
        String output = output("echo x > a/note.pem && echo written; rm a/note.pem && echo removed;"
                + " mv a/secrets b && echo moved; touch a/secrets/new && echo made; rm -rf a/secrets && echo emptied;"
                + " ln -sfn /tmp a/secrets && ls -d /tmp/secrets");

        assertThat(output).doesNotContain("written", "removed", "moved", "made", "emptied");
        assertThat(workspace.resolve("a/secrets/key")).hasContent("a/secrets/key holds it");
        assertThat(workspace.resolve("a/note.pem")).hasContent("a/note.pem holds it");
    }

    @Test
    void keeps_them_hidden_when_a_program_of_the_host_exchanged_them() throws IOException {
        Path note = workspace.resolve("a/note.pem");
        SandboxSpec spec = new SandboxSpec(workspace, false, List.of(), List.of(), List.of(note));
        try (SandboxSession session =
                LocalSandbox.builder().backends(backend).build().open(spec)) {
            run(session, "mv a b; mkdir -p a; echo decoy >a/note.pem");
            Files.writeString(workspace.resolve("new"), "note.pem holds more");
            Files.move(workspace.resolve("new"), note, StandardCopyOption.REPLACE_EXISTING);

            assertThat(run(session, "cat a/note.pem b/note.pem").stdout()).isEmpty();
        }
        assertThat(note).hasContent("note.pem holds more");
    }

    @Test
    void takes_what_lies_in_another_hidden_folder_and_names_with_dots_and_links() throws IOException {
        Files.createSymbolicLink(workspace.resolve("folder"), Path.of("a"));

        String output = output(
                "cat a/secrets/key a/note.pem; ls a/secrets",
                workspace.resolve("a/secrets"),
                workspace.resolve("a/secrets/key"),
                workspace.resolve("a/./x/../note.pem"),
                workspace.resolve("folder/secrets"),
                workspace.resolve("link"));

        assertThat(output).isEmpty();
    }

    @Test
    void refuses_to_hide_what_lies_elsewhere() throws IOException {
        Files.createSymbolicLink(workspace.resolve("out"), Path.of("/etc"));

        for (String path : List.of("../other", ".", "a/..")) {
            List<Path> outside = List.of(workspace.resolve(path));
            assertThatThrownBy(() -> new SandboxSpec(workspace, false, List.of(), List.of(), outside))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must lie in");
        }
        assertThatThrownBy(() -> output("true", workspace.resolve("out/passwd")))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContaining("leads out of the workspace");
    }
}
