package dev.cadre.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agents of a plugin stand beside those of the project, under ids of their own. */
class PluginTest {

    @TempDir
    Path root;

    @Test
    void an_agent_of_a_plugin_is_known_by_plugin_folders_and_name() throws IOException {
        write("kit/.claude-plugin/plugin.json", "{\"name\": \"review-kit\", \"version\": \"1.0.0\"}");
        write("kit/agents/looker.md", agent("looker", "Looks."));
        write("kit/agents/deep/er/digger.md", agent("digger", "Digs."));

        Snapshot snapshot = plugin("kit");

        assertThat(snapshot.entries().keySet()).containsExactly("review-kit:deep:er:digger", "review-kit:looker");
        assertThat(snapshot.get("review-kit:looker").name()).isEqualTo("looker");
        assertThat(snapshot.find("looker")).isEmpty();
        assertThat(snapshot.get("review-kit:looker").origin().dialect()).isEqualTo(Dialect.CLAUDE_PLUGIN);
    }

    @Test
    void equal_names_of_a_plugin_and_a_project_are_two_agents() throws IOException {
        write("kit/agents/looker.md", agent("looker", "Plugin."));
        write("project/looker.md", agent("looker", "Project."));

        Snapshot snapshot = DefinitionRegistry.builder()
                .plugin(root.resolve("kit"))
                .folder(Scope.PROJECT, root.resolve("project"))
                .build()
                .snapshot();

        assertThat(snapshot.entries().keySet()).containsExactly("looker", "kit:looker");
        assertThat(snapshot.findings()).isEmpty();
        assertThat(snapshot.entries().get("kit:looker").definition().name()).isEqualTo("looker");
    }

    @Test
    void a_plugin_without_a_readable_manifest_is_named_by_its_folder_and_says_so() throws IOException {
        write("kit/.claude-plugin/plugin.json", "{\"name\": 5}");
        write("kit/agents/looker.md", agent("looker", "Looks."));

        Snapshot snapshot = plugin("kit");

        assertThat(snapshot.entries().keySet()).containsExactly("kit:looker");
        assertThat(snapshot.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.UNREADABLE);
    }

    @Test
    void keys_that_a_plugin_may_not_use_have_no_effect_wherever_the_plugin_stands() throws IOException {
        write(
                "kit/agents/looker.md",
                "---\nname: looker\ndescription: d\nhooks: {Stop: []}\npermissionMode: plan\n---\nLook.\n");

        Snapshot snapshot = plugin("kit");

        assertThat(snapshot.get("kit:looker").hooks()).isEmpty();
        assertThat(snapshot.get("kit:looker").permissionMode()).isPresent();
        assertThat(snapshot.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.WARNED);
    }

    @Test
    void a_file_of_a_plugin_without_a_name_or_a_frontmatter_is_told() throws IOException {
        write("kit/agents/README.md", "# Agents\n\nText.\n");
        write("kit/agents/looker.md", "---\ndescription: d\n---\nLook.\n");

        Snapshot snapshot = plugin("kit");

        assertThat(snapshot.entries().keySet()).containsExactly("kit:looker");
        assertThat(snapshot.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Finding.Kind.NOT_AN_AGENT, Finding.Kind.WARNED);
    }

    private Snapshot plugin(String folder) {
        return DefinitionRegistry.builder().plugin(root.resolve(folder)).build().snapshot();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String agent(String name, String description) {
        return "---\nname: " + name + "\ndescription: " + description + "\n---\nPrompt.\n";
    }
}
