package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one request. */
final class Shape {

    private final String api;
    private final List<String> violations = new ArrayList<>();

    Shape(String api) {
        this.api = api;
    }

    List<String> violations() {
        return Json.list(violations);
    }

    void require(String what, boolean holds, String rule) {
        if (!holds) {
            violations.add(api + ": " + what + " " + rule);
        }
    }

    String text(Map<?, ?> object, String key) {
        Object value = object.get(key);
        require(key, value instanceof String text && !text.isBlank(), "must be a text, found " + value);
        return value instanceof String text ? text : "";
    }

    void oneOf(String what, Object value, List<String> allowed) {
        require(what, allowed.contains(value), "must be one of " + String.join(", ", allowed) + ", found " + value);
    }

    void number(Map<?, ?> object, String key, double from, double to) {
        if (object.containsKey(key)) {
            Object value = object.get(key);
            boolean holds =
                    value instanceof Number number && number.doubleValue() >= from && number.doubleValue() <= to;
            require(key, holds, "must be a number from " + from + " to " + to + ", found " + value);
        }
    }

    /** Returns the objects of a list; what is none is a violation. */
    List<Map<?, ?>> objects(Map<?, ?> object, String key) {
        List<Map<?, ?>> objects = new ArrayList<>();
        Object value = object.get(key);
        if (value instanceof List<?> elements) {
            for (Object element : elements) {
                require(key, element instanceof Map, "must hold objects, found " + element);
                if (element instanceof Map<?, ?> member) {
                    objects.add(member);
                }
            }
        } else {
            require(key, value == null, "must be a list, found " + value);
        }
        return objects;
    }

    void toolName(String name) {
        require(
                "the tool name \"" + name + "\"",
                name.matches("[a-zA-Z0-9_-]{1,64}"),
                "must be 1 to 64 letters, digits, underscores and hyphens");
    }

    void objectSchema(@Nullable Object schema) {
        boolean holds = schema instanceof Map<?, ?> map && "object".equals(map.get("type"));
        require("a tool's schema", holds, "must be an object whose type is object, found " + schema);
    }
}
