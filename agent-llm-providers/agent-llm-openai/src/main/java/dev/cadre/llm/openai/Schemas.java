package dev.cadre.llm.openai;

import com.openai.core.JsonValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hands JSON Schemas to the SDK and tells which of them the service can enforce word by word. */
final class Schemas {

    private Schemas() {}

    static Map<String, JsonValue> convert(Map<String, Object> schema) {
        Map<String, JsonValue> converted = new LinkedHashMap<>();
        schema.forEach((key, value) -> converted.put(key, JsonValues.of(value)));
        return converted;
    }

    /** Returns whether every object in the schema demands all of its members and allows no others. */
    static boolean isStrict(Object schema) {
        if (schema instanceof Map<?, ?> members) {
            return isStrictObject(members) && members.values().stream().allMatch(Schemas::isStrict);
        }
        return !(schema instanceof Collection<?> parts) || parts.stream().allMatch(Schemas::isStrict);
    }

    private static boolean isStrictObject(Map<?, ?> schema) {
        if (!"object".equals(schema.get("type"))) {
            return true;
        }
        return Boolean.FALSE.equals(schema.get("additionalProperties"))
                && schema.get("properties") instanceof Map<?, ?> properties
                && schema.get("required") instanceof Collection<?> required
                && new HashSet<>(required).containsAll(properties.keySet());
    }
}
