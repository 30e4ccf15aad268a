package dev.cadre.tools.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One line of the shared collection of attacks and harmless controls. */
record AttackRow(JsonNode json) {

    private static final Pattern PART = Pattern.compile("'([^']*)'(?:\\*([0-9_]+))?");

    static List<AttackRow> all() throws IOException {
        Path file = Path.of(System.getProperty("cadre.shared", "../shared"), "data", "attacks.jsonl");
        if (!Files.exists(file)) {
            Assumptions.abort("the collection of attacks is not there: " + file.toAbsolutePath());
        }
        JsonMapper mapper = JsonMapper.builder().build();
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> new AttackRow(mapper.readTree(line)))
                .toList();
    }

    String id() {
        return json.path("id").asString();
    }

    String category() {
        return json.path("category").asString();
    }

    String tool() {
        return json.path("tool").asString();
    }

    String expected() {
        return json.path("expected").asString();
    }

    boolean isControl() {
        return json.path("kind").asString().equals("control");
    }

    boolean isForCommandLine() {
        return json.path("harness").asString().equals("cli");
    }

    JsonNode policy() {
        return json.path("policy");
    }

    /** Returns whether the command is told by how to make it: texts and repetitions joined by a plus. */
    boolean isTemplate() {
        return json.path("input").has("command_template");
    }

    JsonNode input() {
        return isTemplate() ? JsonNodeFactory.instance.objectNode().put("command", fromTemplate()) : json.path("input");
    }

    private String fromTemplate() {
        StringBuilder command = new StringBuilder();
        Matcher part = PART.matcher(json.path("input").path("command_template").asString());
        while (part.find()) {
            int times =
                    part.group(2) == null ? 1 : Integer.parseInt(part.group(2).replace("_", ""));
            command.append(part.group(1).repeat(times));
        }
        return command.toString();
    }

    String setup() {
        return json.path("setup").asString("");
    }

    boolean alsoAccepts(String outcome) {
        for (JsonNode each : json.path("also_ok")) {
            if (each.asString().equals(outcome)) {
                return true;
            }
        }
        return false;
    }
}
