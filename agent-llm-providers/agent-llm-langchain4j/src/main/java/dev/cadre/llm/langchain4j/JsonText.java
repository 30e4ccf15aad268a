package dev.cadre.llm.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadre.llm.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and writes JSON objects, in order. */
final class JsonText {

    /** Names the only member of an input that is no JSON object, so that the tool refuses it and the model sees why. */
    static final String UNREADABLE = "INVALID_JSON";

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    static String write(Map<String, Object> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON object", e);
        }
    }

    static Optional<Map<String, Object>> read(String text) {
        try {
            LinkedHashMap<String, Object> object = MAPPER.readValue(text, OBJECT);
            return Optional.ofNullable(object).map(Json::object);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads the input of a tool call, which a model may have left out or written wrongly. */
    static Map<String, Object> toolInput(String text) {
        return text.isBlank() ? Map.of() : read(text).orElseGet(() -> Map.of(UNREADABLE, text));
    }
}
