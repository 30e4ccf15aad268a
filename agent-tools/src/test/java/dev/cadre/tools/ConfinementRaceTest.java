package dev.cadre.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.permission.PathRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** While another thread swaps files and folders for links, nothing outside is read or written. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the fallback holds, which promises less")
class ConfinementRaceTest {

    /** With {@code -Dcadre.proof=true} long enough to be a proof. */
    private static final int ROUNDS = Boolean.getBoolean("cadre.proof") ? 100_000 : 400;

    private static final String CANARY = "canary";

    @TempDir
    private Path temp;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong swaps = new AtomicLong();
    private Path root;
    private Path outside;
    private LocalWorkspace workspace;

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("ws"));
        outside = Files.createDirectory(temp.toRealPath().resolve("outside"));
        Files.writeString(outside.resolve("f"), CANARY);
        Files.createDirectory(root.resolve("real"));
        Files.writeString(root.resolve("real/f"), "inside");
        Files.writeString(root.resolve("file"), "inside");
        workspace = LocalWorkspace.open(root);
    }

    @AfterEach
    void end() {
        over.set(true);
    }

    private interface Swap {
        void run() throws IOException;
    }

    /** Runs the attacker until the test is over. */
    private Thread attack(Swap there, Swap back) {
        Thread thread = new Thread(() -> {
            while (!over.get()) {
                try {
                    there.run();
                    back.run();
                } catch (IOException e) {
                    // The workspace was in the way; try again.
                }
            }
        });
        thread.start();
        return thread;
    }

    private Thread swapFolder() {
        Path door = root.resolve("door");
        Path link = root.resolve("link");
        return attack(
                () -> {
                    // The workspace makes a folder of this name when it writes while there is none.
                    if (Files.isDirectory(door, LinkOption.NOFOLLOW_LINKS)) {
                        Files.move(door, root.resolve("made" + System.nanoTime()));
                    }
                    Files.deleteIfExists(link);
                    Files.createSymbolicLink(link, outside);
                    Files.move(link, door, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                    swaps.incrementAndGet();
                },
                () -> {
                    Files.delete(door);
                    Files.move(root.resolve("real"), door);
                    Files.move(door, root.resolve("real"));
                });
    }

    private Thread swapFile() {
        Path file = root.resolve("file");
        Path link = root.resolve("link");
        Path copy = root.resolve("copy");
        return attack(
                () -> {
                    Files.deleteIfExists(link);
                    Files.createSymbolicLink(link, outside.resolve("f"));
                    Files.move(link, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                    swaps.incrementAndGet();
                },
                () -> {
                    Files.writeString(copy, "inside");
                    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                });
    }

    /** Reads and writes until enough was tried and reads were both answered and refused. */
    private void attempt(String path) {
        int answered = 0;
        int refused = 0;
        for (int i = 0; i < ROUNDS || answered == 0 || refused == 0; i++) {
            try {
                assertThat(new String(workspace.read(workspace.resolve(path), 100), UTF_8))
                        .isNotEqualTo(CANARY);
                answered++;
            } catch (PathRefusedException | WorkspaceException e) {
                refused++;
            }
            try {
                workspace.write(workspace.resolve(path), "inside".getBytes(UTF_8));
            } catch (PathRefusedException | WorkspaceException e) {
                // Refused is as good as written inside.
            }
        }
    }

    private void assertUntouched() {
        assertThat(outside.toFile().list()).containsExactly("f");
        assertThat(outside.resolve("f")).hasContent(CANARY);
    }

    @Test
    void a_folder_that_becomes_a_link_leads_nowhere() throws InterruptedException {
        Thread attacker = swapFolder();

        attempt("door/f");
        over.set(true);
        attacker.join();

        assertUntouched();
        assertThat(swaps.get()).isPositive();
    }

    @Test
    void a_file_that_becomes_a_link_leads_nowhere() throws InterruptedException {
        Thread attacker = swapFile();

        attempt("file");
        over.set(true);
        attacker.join();

        assertUntouched();
        assertThat(swaps.get()).isPositive();
    }

    @Test
    void new_folders_are_not_made_behind_a_link() throws InterruptedException {
        Thread attacker = swapFolder();

        for (int i = 0; i < ROUNDS / 10; i++) {
            try {
                workspace.write(workspace.resolve("door/new" + i + "/deep/f"), "inside".getBytes(UTF_8));
            } catch (PathRefusedException | WorkspaceException e) {
                // The attacker was faster.
            }
        }
        over.set(true);
        attacker.join();

        assertUntouched();
        assertThat(swaps.get()).isPositive();
    }

    @Test
    void a_search_does_not_go_through_a_link() throws InterruptedException {
        Thread attacker = swapFolder();

        for (int i = 0; i < ROUNDS / 4; i++) {
            workspace.walk(workspace.resolve("."), new Reading());
        }
        over.set(true);
        attacker.join();

        assertThat(swaps.get()).isPositive();
    }

    private static final class Reading implements Workspace.FolderVisitor {
        @Override
        public void visit(Workspace.Folder folder) {
            for (Workspace.Entry entry : folder.entries()) {
                if (entry.kind() == Workspace.Kind.FOLDER) {
                    folder.descend(entry, this);
                } else if (entry.kind() == Workspace.Kind.FILE) {
                    try (var in = folder.open(entry)) {
                        assertThat(new String(in.readAllBytes(), UTF_8)).isNotEqualTo(CANARY);
                    } catch (IOException | WorkspaceException e) {
                        // It was swapped meanwhile.
                    }
                }
            }
        }
    }
}
