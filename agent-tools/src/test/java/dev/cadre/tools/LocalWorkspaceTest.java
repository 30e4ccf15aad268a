package dev.cadre.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths here are POSIX paths")
class LocalWorkspaceTest {

    @TempDir
    private Path temp;

    private Path root;
    private Path outside;
    private LocalWorkspace workspace;

    @BeforeEach
    void make() throws IOException {
        Path real = temp.toRealPath();
        root = Files.createDirectory(real.resolve("ws"));
        outside = Files.createDirectory(real.resolve("ws-evil"));
        Files.writeString(outside.resolve("secret"), "canary");
        workspace = LocalWorkspace.open(root);
    }

    private String read(String path) {
        return new String(workspace.read(workspace.resolve(path), 100), UTF_8);
    }

    private void write(String path, String text) {
        workspace.write(workspace.resolve(path), text.getBytes(UTF_8));
    }

    private Path link(String name, String target) throws IOException {
        return Files.createSymbolicLink(root.resolve(name), Path.of(target));
    }

    @Test
    void reads_and_writes_by_relative_and_absolute_path() throws IOException {
        write("a/b/c.txt", "one");

        assertThat(read(root + "/a/./x/../b//c.txt")).isEqualTo("one");
        assertThat(root.resolve("a/b/c.txt")).hasContent("one");
        assertThat(root).isDirectoryNotContaining(path -> path.toString().contains(".cadre"));
    }

    @Test
    void resolves_files_that_do_not_exist_yet() {
        assertThat(workspace.resolve("new/../other/f"))
                .isEqualTo(new ResolvedPath(root + "/other/f", root + "/other/f", true));
    }

    @Test
    void takes_names_that_only_look_like_traversal() throws IOException {
        write("..hidden/x y", "one");
        write("~notes", "two");

        assertThat(read("..hidden/x y")).isEqualTo("one");
        assertThat(read("~notes")).isEqualTo("two");
    }

    @Test
    void follows_links_inside_and_tells_both_paths() throws IOException {
        write("real/f", "one");
        link("alias", "real");

        ResolvedPath path = workspace.resolve("alias/f");

        assertThat(path).isEqualTo(new ResolvedPath(root + "/alias/f", root + "/real/f", true));
        assertThat(read("alias/f")).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../ws-evil/secret",
                "a/../../ws-evil/secret",
                "out/secret",
                "out/../secret",
                "leaf",
                "chain/secret",
                "absent/../../ws-evil/secret",
                "dangling",
            })
    void never_leaves_the_workspace(String path) throws IOException {
        link("out", outside.toString());
        link("leaf", "../ws-evil/secret");
        link("hop", "out");
        link("chain", "hop/.");
        link("dangling", outside + "/new");

        ResolvedPath resolved = workspace.resolve(path);

        assertThat(resolved.inside()).isFalse();
        assertThatThrownBy(() -> workspace.read(resolved, 10)).isInstanceOf(PathRefusedException.class);
        assertThatThrownBy(() -> workspace.write(resolved, new byte[1])).isInstanceOf(PathRefusedException.class);
        assertThat(outside.resolve("secret")).hasContent("canary");
        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void knows_a_sibling_with_the_same_prefix_as_outside() {
        assertThat(workspace.resolve(outside + "/secret").inside()).isFalse();
    }

    @Test
    void does_not_trust_a_resolution_that_somebody_made_up() {
        for (String real : List.of(root + "/../ws-evil/secret", outside + "/secret", "relative")) {
            assertThatThrownBy(() -> workspace.read(new ResolvedPath(real, real, true), 10))
                    .isInstanceOf(PathRefusedException.class);
        }
    }

    @Test
    void refuses_a_link_that_took_the_place_of_a_file_after_it_was_resolved() throws IOException {
        write("f", "one");
        write("d/f", "one");
        ResolvedPath file = workspace.resolve("f");
        ResolvedPath nested = workspace.resolve("d/f");
        Files.delete(root.resolve("f"));
        link("f", outside + "/secret");
        Files.move(root.resolve("d"), root.resolve("old"));
        link("d", outside.toString());

        assertThatThrownBy(() -> workspace.read(file, 10)).isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> workspace.write(file, new byte[1])).isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> workspace.read(nested, 10)).isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> workspace.write(nested, new byte[1])).isInstanceOf(WorkspaceException.class);
        assertThat(outside.resolve("secret")).hasContent("canary");
        assertThat(outside.resolve("f")).doesNotExist();
    }

    @Test
    void replaces_one_name_of_a_file_with_two_names_inside() throws IOException {
        write("one", "old");
        Files.createLink(root.resolve("two"), root.resolve("one"));

        write("one", "new");

        assertThat(read("one")).isEqualTo("new");
        assertThat(read("two")).isEqualTo("old");
    }

    @Test
    void keeps_the_mode_bits_of_a_file() throws IOException {
        write("run.sh", "old");
        Files.setPosixFilePermissions(root.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x--x"));

        write("run.sh", "new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("run.sh"))))
                .isEqualTo("rwxr-x--x");
    }

    @Test
    void does_not_write_a_folder_or_below_a_file() throws IOException {
        write("f", "one");
        Files.createDirectory(root.resolve("d"));

        assertThatThrownBy(() -> write("d", "x"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageEndingWith("it is a folder");
        assertThatThrownBy(() -> write("f/g", "x")).isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> write(".", "x")).isInstanceOf(WorkspaceException.class);
        assertThat(root.toFile().list()).containsExactlyInAnyOrder("d", "f");
    }

    @Test
    void tells_what_stands_at_a_path() throws IOException {
        write("d/f", "four");
        link("alias", "d/f");
        link("away", "absent");

        assertThat(workspace.entry(workspace.resolve("d/f"))).hasValueSatisfying(entry -> {
            assertThat(entry.path()).isEqualTo("d/f");
            assertThat(entry.name()).isEqualTo("f");
            assertThat(entry.size()).isEqualTo(4);
        });
        assertThat(workspace.entry(workspace.resolve("."))).hasValueSatisfying(entry -> {
            assertThat(entry.path()).isEmpty();
            assertThat(entry.kind()).isEqualTo(Workspace.Kind.FOLDER);
        });
        assertThat(workspace.entry(workspace.resolve("alias")).orElseThrow().path())
                .isEqualTo("d/f");
        assertThat(workspace.entry(workspace.resolve("away"))).isEmpty();
        assertThat(workspace.entry(workspace.resolve("d/f/g"))).isEmpty();
    }

    @Test
    void walks_without_following_links() throws IOException {
        write("a/b/one", "1");
        write("two", "2");
        link("out", outside.toString());
        List<String> seen = new ArrayList<>();

        workspace.walk(workspace.resolve("."), new Workspace.FolderVisitor() {
            @Override
            public void visit(Workspace.Folder folder) {
                for (Workspace.Entry entry : folder.entries()) {
                    synchronized (seen) {
                        seen.add(entry.kind() + " " + entry.path());
                    }
                    if (entry.kind() == Workspace.Kind.FOLDER) {
                        folder.descend(entry, this);
                    }
                }
            }
        });

        assertThat(seen).containsExactlyInAnyOrder("FOLDER a", "FOLDER a/b", "FILE a/b/one", "OTHER out", "FILE two");
    }

    @Test
    void is_known_by_the_link_through_which_it_was_opened() throws IOException {
        Path alias = Files.createSymbolicLink(temp.resolve("alias"), root);
        write("f", "one");

        LocalWorkspace opened = LocalWorkspace.open(alias);

        assertThat(opened.root()).isEqualTo(root.toString());
        assertThat(opened.resolve(alias + "/f")).isEqualTo(new ResolvedPath(root + "/f", root + "/f", true));
    }

    @Test
    void says_how_it_confines() {
        assertThat(workspace.confinement()).isEqualTo(LocalWorkspace.Confinement.DESCRIPTORS);
    }

    @Test
    void refuses_to_open_what_is_no_folder() throws IOException {
        Path file = Files.writeString(temp.resolve("f"), "");

        assertThatThrownBy(() -> LocalWorkspace.open(file))
                .isInstanceOf(WorkspaceException.class)
                .hasMessage("the workspace \"" + file + "\" is no folder");
        assertThatThrownBy(() -> LocalWorkspace.open(temp.resolve("absent")))
                .hasMessageEndingWith("can't be opened: it does not exist");
        assertThat(Files.exists(temp.resolve("absent"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }
}
