package dev.cadre.llm.anthropic;

import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.cadre.llm.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the input of a tool call, which a model may have written wrongly. */
final class ToolInput {

    /** Names the only member of an input that is no JSON object, so that the tool refuses it and the model sees why. */
    static final String UNREADABLE = "INVALID_JSON";

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private static final ObjectReader READER =
            ObjectMappers.jsonMapper().readerFor(OBJECT).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ToolInput() {}

    /** Parses an object; empty if the text is none. */
    static Optional<Map<String, Object>> parse(String json) {
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

    /** Copies an object that has been parsed; what is no object is empty. */
    static Map<String, Object> copy(JsonValue value) {
        return value.asObject().isPresent() ? Json.object(value.convert(OBJECT)) : Map.of();
    }
}
