package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.permission.Capabilities.Setting;
import dev.cadre.tools.permission.ToolSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The five real definitions of the founding request, read from beside the checkout. */
class SeedsTest {

    @Test
    void all_load_with_the_values_of_their_files() throws IOException {
        List<Path> seeds = seeds();
        assertThat(seeds).hasSize(5);

        for (Path seed : seeds.subList(0, 4)) {
            AgentDefinition definition = AgentDefinition.load(seed);
            String text = Files.readString(seed);
            assertThat(definition.name()).isEqualTo("backend-developer");
            String line = text.lines()
                    .filter(l -> l.startsWith("description: "))
                    .findFirst()
                    .orElseThrow();
            assertThat(definition.description()).isEqualTo(line.substring(13));
            assertThat(definition.prompt()).isEqualTo(text.substring(text.indexOf("\n---\n") + 5));
        }
    }

    @Test
    void tools_permissions_model_and_colour_are_those_of_the_files() throws IOException {
        List<AgentDefinition> seeds =
                seeds().stream().map(AgentDefinition::load).toList();

        assertThat(only(seeds.get(0))).hasToString("[Read, Write, Edit, Bash, TodoWrite, Grep, Glob]");
        assertThat(only(seeds.get(1))).hasToString("[Read, Write, Edit, Bash, Glob, Grep]");
        assertThat(seeds.get(1).capabilities().network()).isEqualTo(Setting.DENY);
        assertThat(seeds.get(1).capabilities().mcp()).isEqualTo(Setting.DENY);
        assertThat(seeds.get(2).tools()).isEqualTo(ToolSelection.inherit());
        assertThat(seeds.get(3).model()).isEqualTo(ModelChoice.named("sonnet"));
        assertThat(seeds.get(3).color()).contains("green");
    }

    @Test
    void the_one_without_frontmatter_is_named_after_its_heading() throws IOException {
        Path seed = seeds().get(4);
        AgentDefinition definition = AgentDefinition.load(seed);

        assertThat(definition.name()).isEqualTo("backend-development-agent");
        assertThat(definition.description()).startsWith("You are a specialized").endsWith("and PostgreSQL.");
        assertThat(definition.prompt()).isEqualTo(Files.readString(seed));
    }

    private static List<?> only(AgentDefinition definition) {
        return ((ToolSelection.Only) definition.tools()).entries();
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.file("seeds"))) {
            return files.sorted().toList();
        }
    }
}
