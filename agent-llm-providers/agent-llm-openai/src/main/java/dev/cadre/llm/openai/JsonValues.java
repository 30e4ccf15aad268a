package dev.cadre.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.core.JsonObject;
import com.openai.core.JsonString;
import com.openai.core.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handles JSON that the SDK has no types for. */
final class JsonValues {

    /** Keeps nulls within objects, which the SDK's own mapper leaves out. */
    private static final ObjectMapper FAITHFUL = new ObjectMapper();

    private JsonValues() {}

    /** Makes a value of the SDK from one of ours. */
    static JsonValue of(@Nullable Object value) {
        return JsonValue.fromJsonNode(FAITHFUL.valueToTree(value));
    }

    /** Returns a text; empty for anything else. */
    static Optional<String> text(@Nullable JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    /** Returns a member of an object; null if there is no such member or no object. */
    static @Nullable JsonValue member(@Nullable JsonValue value, String name) {
        return value instanceof JsonObject object ? object.values().get(name) : null;
    }

    /** Writes a value of the SDK as text. */
    static String write(JsonValue value) {
        return write((Object) value.convert(JsonNode.class));
    }

    /** Writes a value of ours as text. */
    static String write(Object value) {
        try {
            return FAITHFUL.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }
}
