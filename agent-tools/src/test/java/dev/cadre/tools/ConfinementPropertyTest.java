package dev.cadre.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.permission.PathRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Programs that build any tree of folders and links never make the workspace read or write outside. */
class ConfinementPropertyTest {

    private static final String CANARY = "canary";

    /** Is one step; those of the attacker go past the workspace, those of the tool through it. */
    record Step(Kind kind, String path, String other) {
        enum Kind {
            MAKE_FOLDER,
            LINK,
            RENAME,
            DELETE,
            READ,
            WRITE,
            LOOK,
            WALK
        }
    }

    @Provide
    Arbitrary<List<Step>> programs() {
        Arbitrary<String> name = Arbitraries.of("a", "b", "c", "..", ".", "secret", "out");
        Arbitrary<String> path = name.list().ofMinSize(1).ofMaxSize(5).map(names -> String.join("/", names));
        Arbitrary<String> target = Arbitraries.frequencyOf(
                Tuple.of(3, path),
                Tuple.of(1, path.map(relative -> "@OUTSIDE@/" + relative)),
                Tuple.of(1, path.map(relative -> "@ROOT@/" + relative)));
        return Combinators.combine(Arbitraries.of(Step.Kind.class), target, target)
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 400)
    void no_program_reads_or_writes_outside(@ForAll("programs") List<Step> program) throws IOException {
        Path base = Files.createTempDirectory("confinement").toRealPath();
        try {
            Path root = Files.createDirectory(base.resolve("ws"));
            Path outside = Files.createDirectories(base.resolve("out/a/b"));
            Files.writeString(base.resolve("out/secret"), CANARY);
            Files.writeString(outside.resolve("secret"), CANARY);
            Files.writeString(base.resolve("secret"), CANARY);
            String before = picture(base, root);
            LocalWorkspace workspace = LocalWorkspace.open(root);
            for (Step step : program) {
                String path = concrete(step.path, base, root);
                run(new Step(step.kind, path, concrete(step.other, base, root)), workspace, root);
                assertThat(picture(base, root)).as("after %s", step).isEqualTo(before);
            }
        } finally {
            deleteAll(base);
        }
    }

    private static String concrete(String path, Path base, Path root) {
        return path.replace("@OUTSIDE@", base + "/out").replace("@ROOT@", root.toString());
    }

    private static void run(Step step, LocalWorkspace workspace, Path root) {
        try {
            switch (step.kind) {
                case MAKE_FOLDER -> Files.createDirectory(inside(root, step.path));
                case LINK -> Files.createSymbolicLink(inside(root, step.path), Path.of(step.other));
                case RENAME -> Files.move(inside(root, step.path), inside(root, step.other));
                case DELETE -> Files.delete(inside(root, step.path));
                case READ ->
                    assertThat(new String(workspace.read(workspace.resolve(step.path), 100), UTF_8))
                            .isNotEqualTo(CANARY);
                case WRITE -> workspace.write(workspace.resolve(step.path), "text".getBytes(UTF_8));
                case LOOK ->
                    workspace
                            .entry(workspace.resolve(step.path))
                            .ifPresent(entry -> assertThat(entry.size()).isNotEqualTo(CANARY.length()));
                case WALK -> walk(workspace, step.path);
            }
        } catch (IOException | PathRefusedException | WorkspaceException e) {
            // Refused or impossible; what counts is what happened outside.
        }
    }

    private static void walk(LocalWorkspace workspace, String path) {
        workspace.walk(workspace.resolve(path), new Workspace.FolderVisitor() {
            @Override
            public void visit(Workspace.Folder folder) {
                for (Workspace.Entry entry : folder.entries()) {
                    if (entry.kind() == Workspace.Kind.FOLDER) {
                        folder.descend(entry, this);
                    } else if (entry.kind() == Workspace.Kind.FILE) {
                        assertThat(entry.size()).isNotEqualTo(CANARY.length());
                    }
                }
            }
        });
    }

    /** Returns a place for the attacker, who is himself confined to the workspace by his sandbox. */
    private static Path inside(Path root, String path) throws IOException {
        Path absolute = root.resolve(path);
        Path parent = absolute.getParent().toRealPath();
        if (!parent.startsWith(root) || absolute.getFileName().toString().startsWith(".")) {
            throw new IOException("the attacker can't go there");
        }
        return parent.resolve(absolute.getFileName());
    }

    private static String picture(Path base, Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(base)) {
            return paths.filter(path -> !path.startsWith(root))
                    .sorted()
                    .map(ConfinementPropertyTest::describe)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String describe(Path path) {
        try {
            return path + (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? "=" + Files.readString(path) : "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path base) throws IOException {
        try (Stream<Path> paths = Files.walk(base)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
