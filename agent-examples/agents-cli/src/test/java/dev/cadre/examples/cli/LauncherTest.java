package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a small copy of the repository, with a java and a mvn that only say what they were told. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    Path temp;

    private Path root;
    private Path source;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void copy_what_the_launcher_needs() throws IOException {
        root = Files.createDirectories(temp.resolve("a clone"));
        Files.copy(Cli.EXAMPLES.resolveSibling("agents"), root.resolve("agents"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        source = root.resolve("agent-core/src/main/java/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class A {}");
        program("java", "echo 'openjdk version \"17.0.9\" 2023-10-17' >&2; echo \"java: $*\"");
        program("mvn", """
                echo built >> "%1$s/builds"
                mkdir -p "%1$s/a clone/agent-examples/agents-cli/.agents-build/lib"
                touch "%1$s/a clone/agent-examples/agents-cli/.agents-build/lib/x.jar"
                touch "%1$s/a clone/agent-examples/agents-cli/.agents-build/agents-cli-1.jar"
                """.formatted(temp));
    }

    @Test
    void builds_once_and_again_only_when_sources_changed() throws Exception {
        Outcome first = launch("check", "two words");
        launch("check");
        Files.writeString(source, "class A { int changed; }");
        Outcome third = launch("check");
        launch("check");

        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("dev.cadre.examples.cli.Main check two words");
        assertThat(first.err()).contains("agents: building");
        assertThat(third.err()).contains("agents: building");
        assertThat(temp.resolve("builds")).content().hasLineCount(2);
    }

    @Test
    void does_not_build_again_for_tests_and_build_folders() throws Exception {
        launch("check");
        Files.createDirectories(root.resolve("agent-core/src/test/java"));
        Files.writeString(root.resolve("agent-core/src/test/java/ATest.java"), "class ATest {}");
        Files.createDirectories(root.resolve("agent-core/target/src/main"));
        Files.writeString(root.resolve("agent-core/target/src/main/A.java"), "class A {}");
        launch("check");

        assertThat(temp.resolve("builds")).content().hasLineCount(1);
    }

    @Test
    void works_through_a_link_from_elsewhere() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("linked"), root.resolve("agents"));

        assertThat(launch(link).code()).isZero();
    }

    @Test
    void says_which_jdk_it_needs() throws Exception {
        program("java", "echo 'java version \"1.8.0_392\"' >&2");

        Outcome outcome = launch("check");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("a JDK 17 or newer is needed").contains("is version 1");
    }

    @Test
    void shows_why_the_build_failed() throws Exception {
        program("mvn", "echo '[INFO] much'; echo '[ERROR] A.java: no such thing'; exit 1");

        Outcome outcome = launch("check");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("[ERROR] A.java: no such thing").contains("build.log");
    }

    @Test
    void builds_once_for_two_at_the_same_time() throws Exception {
        List<Process> both = List.of(start("check"), start("check"));

        for (Process process : both) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(temp.resolve("builds")).content().hasLineCount(1);
    }

    private Outcome launch(Object... args) throws Exception {
        Process process = start(args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), out, err);
    }

    private Process start(Object... args) throws IOException {
        List<String> command = new ArrayList<>();
        boolean linked = args[0] instanceof Path;
        command.add(linked ? args[0].toString() : root.resolve("agents").toString());
        for (int i = linked ? 1 : 0; i < args.length; i++) {
            command.add(args[i].toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", temp.resolve("bin") + ":" + System.getenv("PATH"));
        return builder.start();
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(temp.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
