package dev.cadre.llm.anthropic;

import com.anthropic.core.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Hands JSON to the SDK. */
final class JsonValues {

    /** Keeps nulls within objects, which the SDK's own mapper leaves out. */
    private static final ObjectMapper FAITHFUL = new ObjectMapper();

    private JsonValues() {}

    /** Makes a value of the SDK from one of ours. */
    static JsonValue of(@Nullable Object value) {
        return JsonValue.fromJsonNode(FAITHFUL.valueToTree(value));
    }
}
