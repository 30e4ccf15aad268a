package dev.cadre.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.definition.AgentDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DefinitionRegistryTest {

    @TempDir
    Path root;

    @Test
    void one_bad_file_hides_no_other_and_documentation_is_no_agent() throws IOException {
        write("a/good.md", agent("good", "G"));
        write("a/README.md", "# How to write agents\n\nText.\n");
        write("a/bad.md", "---\nname: bad\ndescription: d\ntools:\n---\n");

        Snapshot snapshot = DefinitionRegistry.builder()
                .folder(Scope.PROJECT, root.resolve("a"))
                .build()
                .snapshot();

        assertThat(snapshot.entries().keySet()).containsExactly("good");
        assertThat(snapshot.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Finding.Kind.NOT_AN_AGENT, Finding.Kind.REFUSED);
        assertThat(snapshot.findings().get(1).diagnostics()).isPresent();
    }

    @Test
    void what_a_product_passes_over_is_told_and_not_loaded() throws IOException {
        write(".gemini/agents/good.md", agent("good", "G"));
        write(".gemini/agents/_draft.md", agent("draft", "D"));
        write(".gemini/agents/old/other.md", agent("other", "O"));
        write(".opencode/agents/off.md", "---\ndescription: d\ndisable: true\n---\nP\n");

        Snapshot snapshot = DefinitionRegistry.builder()
                .folder(Scope.PROJECT, root.resolve(".gemini/agents"))
                .folder(Scope.PROJECT, root.resolve(".opencode/agents"))
                .build()
                .snapshot();

        assertThat(snapshot.entries().keySet()).containsExactly("good");
        assertThat(snapshot.findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.PASSED_OVER, Finding.Kind.PASSED_OVER, Finding.Kind.PASSED_OVER);
    }

    @Test
    void kiro_agents_are_named_by_their_paths() throws IOException {
        write(".kiro/agents/team/planner.md", "---\ndescription: d\n---\nP\n");
        write(".kiro/agents/planner.md", "---\ndescription: d\n---\nP\n");

        Snapshot snapshot = DefinitionRegistry.builder()
                .folder(Scope.PROJECT, root.resolve(".kiro/agents"))
                .build()
                .snapshot();

        assertThat(snapshot.entries().keySet()).containsExactly("planner", "team/planner");
        assertThat(snapshot.findings()).isEmpty();
    }

    @Test
    void the_higher_scope_counts_and_the_other_is_reported() throws IOException {
        write("user/x.md", agent("x", "user"));
        write("project/x.md", agent("x", "project"));

        Snapshot snapshot = DefinitionRegistry.builder()
                .folder(Scope.USER, root.resolve("user"))
                .folder(Scope.PROJECT, root.resolve("project"))
                .definition(
                        Scope.PLUGIN,
                        AgentDefinition.builder("y", "d", "plugin").build())
                .build()
                .snapshot();

        assertThat(snapshot.get("x").prompt()).isEqualTo("project");
        assertThat(snapshot.get("y").prompt()).isEqualTo("plugin");
        assertThat(snapshot.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.SHADOWED);
            assertThat(finding.sources())
                    .containsExactly(
                            root.resolve("project/x.md").toString(),
                            root.resolve("user/x.md").toString());
        });
    }

    @Test
    void of_equal_names_in_one_place_the_first_path_counts() throws IOException {
        write("a/z/x.md", agent("x", "z"));
        write("a/b/x.md", agent("x", "b"));

        Snapshot snapshot = DefinitionRegistry.builder()
                .folder(Scope.PROJECT, root.resolve("a"))
                .build()
                .snapshot();

        assertThat(snapshot.get("x").prompt()).isEqualTo("b");
        assertThat(snapshot.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.DUPLICATE));
    }

    @Test
    void the_nearest_project_folder_counts_up_to_the_repository() throws IOException {
        write(".claude/agents/out.md", agent("out", "outside"));
        write("repo/.git/HEAD", "x");
        write("repo/.claude/agents/x.md", agent("x", "far"));
        write("repo/.claude/agents/y.md", agent("y", "far"));
        write("repo/sub/.claude/agents/x.md", agent("x", "near"));

        Snapshot snapshot = DefinitionRegistry.builder()
                .project(root.resolve("repo/sub"))
                .build()
                .snapshot();

        assertThat(snapshot.get("x").prompt()).isEqualTo("near");
        assertThat(snapshot.get("y").prompt()).isEqualTo("far");
        assertThat(snapshot.find("out")).isEmpty();
        assertThatThrownBy(() -> snapshot.get("out")).hasMessageContaining("there are x, y");
    }

    @Test
    void a_named_file_may_be_without_frontmatter() throws IOException {
        Path file = write("notes.txt", "# Note Taker\n\nYou take notes.\n");

        Snapshot snapshot =
                DefinitionRegistry.builder().file(Scope.HOST, file).build().snapshot();

        assertThat(snapshot.get("note-taker").prompt()).startsWith("# Note Taker");
    }

    @Test
    void loads_resources_of_jars_and_texts_of_options() throws IOException {
        Path jar = root.resolve("agents.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("agents/j.md"));
            zip.write(agent("j", "jar").getBytes(StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Snapshot snapshot = DefinitionRegistry.builder()
                    .resources(Scope.PLUGIN, loader, List.of("agents/j.md", "agents/none.md"))
                    .text(Scope.HOST, "--agents.json", "{\"t\": {\"description\": \"d\", \"prompt\": \"text\"}}")
                    .build()
                    .snapshot();

            assertThat(snapshot.get("j").prompt()).isEqualTo("jar");
            assertThat(snapshot.get("t").prompt()).isEqualTo("text");
            assertThat(snapshot.findings()).extracting(Finding::kind).contains(Finding.Kind.UNREADABLE);
        }
    }

    @Test
    void reloading_leaves_earlier_snapshots_alone() throws IOException {
        write("a/x.md", agent("x", "one"));
        DefinitionRegistry registry = DefinitionRegistry.builder()
                .folder(Scope.PROJECT, root.resolve("a"))
                .build();
        Snapshot before = registry.snapshot();
        write("a/x.md", agent("x", "two"));

        assertThat(registry.snapshot()).isSameAs(before);
        assertThat(registry.reload().get("x").prompt()).isEqualTo("two");
        assertThat(before.get("x").prompt()).isEqualTo("one");
    }

    @Test
    @Timeout(30)
    void a_watch_reloads_after_changes() throws IOException, InterruptedException {
        write("a/x.md", agent("x", "one"));
        DefinitionRegistry registry = DefinitionRegistry.builder()
                .folder(Scope.PROJECT, root.resolve("a"))
                .build();
        CountDownLatch seen = new CountDownLatch(1);
        try (RegistryWatch watch = registry.watch(snapshot -> {
            if (snapshot.find("y").isPresent()) {
                seen.countDown();
            }
        })) {
            write("a/y.md", agent("y", "new"));
            assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(watch).isNotNull();
        }
    }

    @Test
    @Timeout(30)
    void a_watch_tells_of_a_folder_that_can_not_be_watched_and_goes_on() throws IOException, InterruptedException {
        write("a/x.md", agent("x", "one"));
        DefinitionRegistry registry = DefinitionRegistry.builder()
                .folder(Scope.PROJECT, root.resolve("a"))
                .build();
        BlockingQueue<Snapshot> seen = new LinkedBlockingQueue<>();
        AtomicInteger times = new AtomicInteger();
        RegistryWatch.Registration once = (service, folder) -> {
            if (times.incrementAndGet() == 2) {
                throw new IOException("no watches are left");
            }
            RegistryWatch.register(service, folder);
        };
        try (RegistryWatch watch = RegistryWatch.start(registry, List.of(root.resolve("a")), once, seen::add)) {
            write("a/y.md", agent("y", "new"));
            assertThat(unwatched(seen.take())).singleElement().satisfies(finding -> {
                assertThat(finding.sources()).containsExactly(root.resolve("a").toString());
                assertThat(finding.message()).endsWith("is not watched: no watches are left");
            });

            write("a/z.md", agent("z", "newer"));
            Snapshot last = seen.take();
            while (last.find("z").isEmpty()) {
                last = seen.take();
            }
            assertThat(unwatched(last)).isEmpty();
            assertThat(watch).isNotNull();
        }
    }

    private static List<Finding> unwatched(Snapshot snapshot) {
        return snapshot.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.UNREADABLE)
                .toList();
    }

    @Test
    void of_equal_names_in_five_scopes_the_highest_counts_and_the_others_are_told_of() throws IOException {
        DefinitionRegistry.Builder builder = DefinitionRegistry.builder();
        for (Scope scope : List.of(Scope.USER, Scope.PLUGIN, Scope.HOST, Scope.PROJECT, Scope.MANAGED)) {
            write(scope + "/x.md", agent("x", scope.name()));
            builder.folder(scope, root.resolve(scope.name()));
        }

        Snapshot snapshot = builder.build().snapshot();

        assertThat(snapshot.get("x").prompt()).isEqualTo("MANAGED");
        assertThat(snapshot.findings())
                .extracting(finding -> finding.sources().get(1))
                .containsExactly(
                        root.resolve("HOST/x.md").toString(),
                        root.resolve("PROJECT/x.md").toString(),
                        root.resolve("USER/x.md").toString(),
                        root.resolve("PLUGIN/x.md").toString());
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String agent(String name, String prompt) {
        return "---\nname: " + name + "\ndescription: d\n---\n" + prompt;
    }
}
