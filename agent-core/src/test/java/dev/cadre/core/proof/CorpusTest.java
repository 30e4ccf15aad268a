package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares with what a careful lenient reader gets from some 3,700 public files.
 *
 * <p>Differences that we want are listed by path and field, with the reason, in {@code corpus-differences.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {

    private static final double AGREEMENT = 0.995;

    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final List<JsonNode> rows = new ArrayList<>();

    @BeforeAll
    void read_everything() throws IOException {
        JsonMapper json = new JsonMapper();
        try (ZipFile zip = new ZipFile(CorpusFiles.shared("data/corpus.zip").toFile())) {
            for (String line : Files.readAllLines(CorpusFiles.shared("data/corpus-oracle.jsonl"))) {
                JsonNode row = json.readTree(line);
                String path = row.get("path").asString();
                ZipEntry entry = zip.getEntry(path);
                if (entry != null) {
                    rows.add(row);
                    readings.put(path, DefinitionReader.create().read(path, bytes(zip, entry)));
                }
            }
        }
    }

    @Test
    void every_file_is_loaded_or_refused_with_an_error_at_a_line() {
        assertThat(readings).hasSizeGreaterThan(3_600);
        readings.forEach((path, reading) -> {
            boolean error = reading.diagnostics().stream().anyMatch(Diagnostic::isError);
            assertThat(reading.definition().isEmpty()).as(path).isEqualTo(error);
        });
    }

    @Test
    void agrees_on_name_description_tools_and_model() throws IOException {
        Set<String> listed = listed();
        Set<String> found = new LinkedHashSet<>();
        int agents = 0;
        int differing = 0;
        for (JsonNode row : rows) {
            if (isAgent(row)) {
                agents++;
                List<String> fields = differences(row, reading(row));
                differing += fields.isEmpty() ? 0 : 1;
                fields.forEach(field -> found.add(row.get("path").asString() + "\t" + field));
            }
        }

        assertThat(found).as("every difference is listed, and nothing else").isEqualTo(listed);
        assertThat(1.0 - (double) differing / agents).isGreaterThanOrEqualTo(AGREEMENT);
    }

    /**
     * Where the oracle lists tools, at most these are available. Only opencode's map that switches nothing on is no list:
     * it takes its tools from all that the host offers, and each file that says so is listed.
     */
    @Test
    void no_file_ends_with_more_tools() throws IOException {
        Set<String> taking = new LinkedHashSet<>();
        for (JsonNode row : rows) {
            Reading reading = reading(row);
            if (isAgent(row)
                    && !row.get("tools").isNull()
                    && reading.definition().isPresent()) {
                String path = row.get("path").asString();
                Map<?, ?> tools = (Map<?, ?>) reading.toJson().get("tools");
                if ("only".equals(tools.get("mode"))) {
                    List<String> allowed = ((List<?>) tools.get("allow"))
                            .stream().map(String::valueOf).toList();
                    assertThat(texts(row.get("tools"))).as(path).containsAll(allowed);
                } else {
                    assertThat(row.get("tools_shape").asString()).as(path).isEqualTo("map-bool");
                    assertThat(row.get("tools")).as(path).isEmpty();
                    assertThat(reading.dialect()).as(path).isEqualTo(Dialect.OPENCODE);
                    assertThat(tools.get("deny")).as(path).isEqualTo(texts(row.get("tools_denied")));
                    taking.add(path + "\ttools");
                }
            }
        }

        assertThat(taking).hasSize(3);
        assertThat(listed()).containsAll(taking);
    }

    private static boolean isAgent(JsonNode row) {
        return row.get("has_frontmatter").asBoolean()
                && !row.get("dialect").asString().equals("skill");
    }

    private Reading reading(JsonNode row) {
        return Objects.requireNonNull(readings.get(row.get("path").asString()));
    }

    private static List<String> differences(JsonNode row, Reading reading) {
        Map<String, Object> read = reading.toJson();
        List<String> fields = new ArrayList<>();
        // Where the file gives no name or description, both say so in their own way.
        for (String field : List.of("name", "description")) {
            String expected =
                    row.get(field).isNull() ? "" : row.get(field).asString().strip();
            if (!expected.isEmpty()
                    && !expected.equals(String.valueOf(read.get(field)).strip())) {
                fields.add(field);
            }
        }
        Object model = read.get("model");
        JsonNode expected = row.get("model");
        Object wanted = expected.isNull() ? null : model instanceof List<?> ? list(expected) : expected.asString();
        if (!Objects.equals(wanted, model)) {
            fields.add("model");
        }
        Map<?, ?> tools = (Map<?, ?>) read.getOrDefault("tools", Map.of());
        Object allowed = "only".equals(tools.get("mode")) ? tools.get("allow") : null;
        if (!Objects.equals(row.get("tools").isNull() ? null : texts(row.get("tools")), allowed)) {
            fields.add("tools");
        }
        return fields;
    }

    private static List<String> list(JsonNode value) {
        return value.isArray() ? texts(value) : texts(new JsonMapper().readTree(value.asString()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    // Lines of path, tab, field, tab, reason.
    private static Set<String> listed() throws IOException {
        Set<String> listed = new LinkedHashSet<>();
        try (InputStream in = Objects.requireNonNull(CorpusTest.class.getResourceAsStream("/corpus-differences.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] parts = line.split("\t", -1);
                assertThat(parts).as(line).hasSize(3).doesNotContain("");
                listed.add(parts[0] + "\t" + parts[1]);
            }
        }
        return listed;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
