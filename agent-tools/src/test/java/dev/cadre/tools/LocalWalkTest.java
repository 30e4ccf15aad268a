package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWalkTest {

    @TempDir
    private Path temp;

    private LocalWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = LocalWorkspace.open(temp);
    }

    /** Notes every folder and goes into all. */
    private static final class Everywhere implements Workspace.FolderVisitor {

        final Queue<String> seen = new ConcurrentLinkedQueue<>();
        final Queue<String> unreadable = new ConcurrentLinkedQueue<>();

        @Override
        public void visit(Workspace.Folder folder) {
            seen.add(folder.path());
            folder.entries().stream()
                    .filter(entry -> entry.kind() == Workspace.Kind.FOLDER)
                    .forEach(entry -> folder.descend(entry, this));
        }

        @Override
        public void unreadable(String path, String reason) {
            unreadable.add(path + ": " + reason);
        }
    }

    @Test
    void visits_every_folder_once() throws IOException {
        TreeSet<String> expected = new TreeSet<>(List.of(""));
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                Files.createDirectories(temp.resolve("a" + i + "/b" + j + "/c"));
                expected.addAll(List.of("a" + i, "a" + i + "/b" + j, "a" + i + "/b" + j + "/c"));
            }
        }
        Everywhere visitor = new Everywhere();

        workspace.walk(workspace.resolve("."), visitor);

        assertThat(visitor.seen).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(visitor.unreadable).isEmpty();
    }

    @Test
    void stops_two_hundred_folders_deep_and_says_so() throws IOException {
        Files.createDirectories(temp.resolve("d/".repeat(205)));
        Everywhere visitor = new Everywhere();

        workspace.walk(workspace.resolve("."), visitor);

        assertThat(visitor.seen).hasSize(201);
        assertThat(visitor.unreadable).singleElement().asString().endsWith("it is more than 200 folders deep");
    }

    @Test
    void throws_what_a_visitor_throws() throws IOException {
        Files.createDirectories(temp.resolve("a/b"));

        assertThatThrownBy(() -> workspace.walk(workspace.resolve("."), folder -> {
                    if (!folder.path().isEmpty()) {
                        throw new IllegalStateException("enough of " + folder.path());
                    }
                    folder.descend(folder.entries().get(0), below -> {
                        throw new IllegalStateException("enough of " + below.path());
                    });
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough of a");
    }

    @Test
    void tells_of_folders_that_went_away() throws IOException {
        Files.createDirectories(temp.resolve("a"));
        Everywhere visitor = new Everywhere();

        workspace.walk(workspace.resolve("."), new Workspace.FolderVisitor() {
            @Override
            public void visit(Workspace.Folder folder) {
                Workspace.Entry gone = folder.entries().get(0);
                assertThat(temp.resolve("a").toFile().delete()).isTrue();
                folder.descend(gone, visitor);
            }
        });

        assertThat(visitor.seen).isEmpty();
        assertThat(visitor.unreadable).containsExactly("a: it does not exist");
    }
}
