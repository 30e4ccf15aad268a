package dev.cadre.tools.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the texts with which fuzzing starts from the attack rows beside the checkout, as far as they are there. */
public final class Seeds {

    private static final int LONGEST = 16 * 1024;

    private Seeds() {}

    /** Returns the texts under one key of the rows' inputs, our own texts before them. */
    public static Stream<Arguments> of(String key, String... own) {
        List<String> texts = new ArrayList<>(List.of(own));
        rows().forEach(row -> texts.add(row.path("input").path(key).asString("")));
        return bytes(texts);
    }

    /** Returns every rule of the rows' policies with the command of its row on the next line, our own texts before them. */
    public static Stream<Arguments> ofRules(String... own) {
        List<String> texts = new ArrayList<>(List.of(own));
        for (JsonNode row : rows()) {
            String command = row.path("input").path("command").asString("");
            for (String list : List.of("allow", "ask", "deny")) {
                row.path("policy").path(list).forEach(rule -> texts.add(rule.asString("") + "\n" + command));
            }
        }
        return bytes(texts);
    }

    /** Returns the texts under one key of the rows' inputs by the rows' ids; empty if the rows are not there. */
    public static Map<String, String> byId(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        rows().forEach(row ->
                texts.put(row.path("id").asString(), row.path("input").path(key).asString("")));
        return texts;
    }

    private static Stream<Arguments> bytes(List<String> texts) {
        // The longest seed is how far inputs grow.
        texts.add("x ".repeat(LONGEST / 2));
        return texts.stream()
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .distinct()
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<JsonNode> rows() {
        Path file = Path.of(System.getProperty("cadre.shared", "../shared"), "data", "attacks.jsonl");
        if (!Files.exists(file)) {
            return List.of();
        }
        JsonMapper mapper = JsonMapper.builder().build();
        try {
            return Files.readAllLines(file).stream().map(mapper::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
