package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.registry.DefinitionRegistry;
import dev.cadre.core.registry.Finding;
import dev.cadre.core.registry.Scope;
import dev.cadre.core.registry.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways in which other discoveries of definitions fail as a whole or pass over files; one test each. */
class PeerDiscoveryTest {

    @TempDir
    Path root;

    @Test
    void a_readme_in_the_folder_is_reported_and_stops_nothing() throws IOException {
        write("README.md", "# Agents\n\nText.\n");
        write("a.md", agent("a"));

        assertThat(snapshot().entries()).containsOnlyKeys("a");
        assertThat(kinds()).containsExactly(Finding.Kind.NOT_AN_AGENT);
    }

    @Test
    void one_bad_file_hides_no_other() throws IOException {
        write("a.md", "---\nname: a\ndescription: d\ntools: {a: {b: c}}\n---\n");
        write("b.md", agent("b"));

        assertThat(snapshot().entries()).containsOnlyKeys("b");
        assertThat(kinds()).containsExactly(Finding.Kind.REFUSED);
    }

    @Test
    void equal_names_are_reported_with_both_paths_and_the_first_counts() throws IOException {
        Path first = write("a.md", agent("same"));
        Path second = write("b/a.md", agent("same"));

        assertThat(snapshot().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.DUPLICATE);
            assertThat(finding.sources()).containsExactly(first.toString(), second.toString());
        });
    }

    @Test
    void an_agent_of_the_project_overrides_a_built_in_one() throws IOException {
        write("explore.md", agent("Explore"));

        Snapshot snapshot = DefinitionRegistry.builder()
                .definition(
                        Scope.PLUGIN,
                        AgentDefinition.builder("Explore", "d", "built in").build())
                .folder(Scope.PROJECT, root)
                .build()
                .snapshot();

        assertThat(snapshot.get("Explore").prompt()).isEqualTo("Body");
        assertThat(snapshot.findings()).extracting(Finding::kind).contains(Finding.Kind.SHADOWED);
    }

    @Test
    void names_that_differ_in_case_are_two_agents() throws IOException {
        write("a.md", agent("Reviewer"));
        write("b.md", agent("reviewer"));

        assertThat(snapshot().entries()).containsOnlyKeys("Reviewer", "reviewer");
    }

    @Test
    void a_link_to_a_file_is_read_under_its_own_path() throws IOException {
        Path target = Files.writeString(root.resolve("kept.txt"), agent("linked"));
        Path link = Files.createSymbolicLink(root.resolve("link.md"), target);

        assertThat(snapshot().entries().get("linked").source()).isEqualTo(link.toString());
    }

    @Test
    void a_link_to_a_folder_is_not_followed_and_says_so() throws IOException {
        write("inner/a.md", agent("a"));
        Files.createSymbolicLink(root.resolve("inner/up"), root);

        assertThat(snapshot().entries()).containsOnlyKeys("a");
        assertThat(kinds()).containsExactly(Finding.Kind.UNREADABLE);
        assertThat(snapshot().findings().get(0).message()).contains("up", "links to folders are not followed");
    }

    @Test
    void a_dangling_link_is_reported() throws IOException {
        Files.createSymbolicLink(root.resolve("gone.md"), root.resolve("nowhere.md"));
        write("a.md", agent("a"));

        assertThat(snapshot().entries()).containsOnlyKeys("a");
        assertThat(snapshot().findings().get(0).message()).contains("gone.md", "the link leads nowhere");
    }

    @Test
    void a_folder_that_is_too_deep_is_reported() throws IOException {
        write("1/2/3/4/5/6/7/8/9/a.md", agent("a"));

        assertThat(snapshot().entries()).isEmpty();
        assertThat(snapshot().findings().get(0).message()).contains("8 deep");
    }

    @Test
    void agents_that_products_keep_as_data_are_found() throws IOException {
        write(".codex/agents/c.toml", "name = \"c\"\ndescription = \"d\"\ndeveloper_instructions = \"p\"\n");
        write(".kiro/agents/k.json", "{\"name\": \"k\", \"description\": \"d\", \"prompt\": \"p\"}");
        write("package.json", "{}");

        assertThat(snapshot().entries()).containsOnlyKeys("c", "k");
        assertThat(kinds()).isEmpty();
    }

    private List<Finding.Kind> kinds() {
        return snapshot().findings().stream().map(Finding::kind).toList();
    }

    private Snapshot snapshot() {
        return DefinitionRegistry.builder().folder(Scope.PROJECT, root).build().snapshot();
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String agent(String name) {
        return "---\nname: " + name + "\ndescription: d\n---\nBody";
    }
}
