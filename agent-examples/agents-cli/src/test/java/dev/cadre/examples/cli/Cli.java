package dev.cadre.examples.cli;

import dev.cadre.llm.CancellationToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in this process and keeps what they print. */
final class Cli {

    static final Path EXAMPLES =
            Path.of(System.getProperty("cadre.root", "../..")).resolve("agent-examples");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Surroundings.Terminal terminal = Surroundings.Terminal.NONE;
    private String input = "";

    Cli input(String input) {
        this.input = input;
        return this;
    }

    Cli environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Cli terminal(Surroundings.Terminal terminal) {
        this.terminal = terminal;
        return this;
    }

    int run(Object... args) {
        return Main.run(
                new Surroundings(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        terminal,
                        CancellationToken.create()),
                List.of(args).stream().map(String::valueOf).toArray(String[]::new));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Returns each line of standard output, read as JSON. */
    List<Map<String, Object>> json() {
        return out().lines().map(JsonLines::read).toList();
    }

    /** Copies a folder, leaving out what runs write. */
    static Path copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.endsWith("docs")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
        return to;
    }
}
