package dev.cadre.llm.testkit.cassette;

import static dev.cadre.llm.testkit.json.JsonText.object;

import dev.cadre.llm.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Reads and writes cassettes as YAML. */
final class TapeFile {

    private static final String VERSION = "cadre-cassette";

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private TapeFile() {}

    static Tape read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("there is no cassette " + file + "; record it with -D"
                    + CassetteMode.PROPERTY + "=record and a client that has a key");
        }
        try {
            return tape(Json.object(MAPPER.readValue(Files.readString(file), OBJECT)));
        } catch (IOException e) {
            throw new UncheckedIOException("the cassette " + file + " can not be read", e);
        } catch (JacksonException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalStateException("the cassette " + file + " is damaged; record it anew", e);
        }
    }

    private static Tape tape(Map<String, Object> json) {
        if (!Integer.valueOf(1).equals(json.get(VERSION))) {
            throw new IllegalArgumentException("expected " + VERSION + ": 1, found " + json.get(VERSION));
        }
        Map<String, String> models = new LinkedHashMap<>();
        ((Map<?, ?>) json.getOrDefault("models", Map.of()))
                .forEach((name, model) -> models.put(String.valueOf(name), String.valueOf(model)));
        List<Interaction> interactions = new ArrayList<>();
        for (Object call : (List<?>) json.getOrDefault("calls", List.of())) {
            Map<String, Object> members = Json.object((Map<?, ?>) call);
            interactions.add(new Interaction(
                    CanonicalRequest.of(member(members, "request")), new RecordedAnswer(member(members, "answer"))));
        }
        return new Tape(String.valueOf(json.get("default-model")), models, interactions);
    }

    private static Map<String, Object> member(Map<String, Object> members, String name) {
        if (members.get(name) instanceof Map<?, ?> member) {
            return Json.object(member);
        }
        throw new IllegalArgumentException("a call needs a " + name);
    }

    static void write(Path file, Tape tape, String defaultModel) {
        List<Object> calls = new ArrayList<>();
        for (Interaction interaction : tape.interactions()) {
            calls.add(object(
                    "request",
                    interaction.request().json(),
                    "answer",
                    interaction.answer().json()));
        }
        Map<String, Object> json =
                object(VERSION, 1, "default-model", defaultModel, "models", tape.models(), "calls", calls);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "cassette", ".tmp");
            Files.writeString(draft, MAPPER.writeValueAsString(json));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the cassette " + file + " can not be written", e);
        }
    }
}
