package dev.cadre.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.openai.core.ObjectMappers;
import dev.cadre.llm.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes the input of a tool call as a text of JSON, which a model may have written wrongly. */
final class ToolArguments {

    /** Names the only member of an input that is no JSON object, so that the tool refuses it and the model sees why. */
    static final String UNREADABLE = "INVALID_JSON";

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectReader READER =
            ObjectMappers.jsonMapper().readerFor(OBJECT).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ToolArguments() {}

    /** Parses an object; a blank text is an object without members; empty if the text is none. */
    static Optional<Map<String, Object>> parse(String json) {
        if (json.isBlank()) {
            return Optional.of(Map.of());
        }
        try {
            @Nullable LinkedHashMap<String, Object> object = READER.readValue(json);
            return Optional.ofNullable(object).map(Json::object);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Map<String, Object> unreadable(String text) {
        return Map.of(UNREADABLE, text);
    }

    /** Writes an object, its nulls included, which the SDK's own mapper leaves out. */
    static String write(Map<String, Object> input) {
        return JsonValues.write(input);
    }
}
