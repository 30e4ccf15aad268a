package dev.cadre.llm.testkit.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is one server-sent event.
 *
 * @param name the event's name; null where the API names none
 * @param json the data, if it is an object
 * @param text the data, if it is no object
 */
record SseEvent(
        @Nullable String name,
        @Nullable Map<String, Object> json,
        @Nullable String text) {

    static SseEvent named(String name, Map<String, Object> json) {
        return new SseEvent(name, json, null);
    }

    static SseEvent unnamed(Map<String, Object> json) {
        return new SseEvent(null, json, null);
    }

    static SseEvent text(String text) {
        return new SseEvent(null, null, text);
    }
}
