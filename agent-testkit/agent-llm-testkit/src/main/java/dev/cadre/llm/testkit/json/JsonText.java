package dev.cadre.llm.testkit.json;

import dev.cadre.llm.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON text, objects as ordered maps. */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonText() {}

    /** Writes a value without white space. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Writes a value over several lines. */
    public static String writePretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static Map<String, Object> read(String text) {
        try {
            return Json.object(MAPPER.readValue(text, OBJECT));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    /** Makes an ordered, changeable object from keys and values in turn; values may be null. */
    @SuppressWarnings("NullAway") // JSON null is a value, which the type of the map can not say.
    public static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            members.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return members;
    }
}
