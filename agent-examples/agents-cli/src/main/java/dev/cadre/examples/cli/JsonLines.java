package dev.cadre.examples.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes one JSON object a line. */
final class JsonLines {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLines() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the line holds anything else; the message says what
     */
    static Map<String, Object> read(String line) {
        Object value;
        try {
            value = MAPPER.readValue(line, Object.class);
        } catch (JacksonException e) {
            // Where it began is not kept, and the message would say so at length.
            String problem = e.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
            throw new IllegalArgumentException("no JSON: " + problem, e);
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        return object(members);
    }

    static Map<String, Object> object(Map<?, ?> members) {
        Map<String, Object> object = new LinkedHashMap<>();
        members.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }
}
