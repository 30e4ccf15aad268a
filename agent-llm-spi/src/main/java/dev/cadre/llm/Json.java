package dev.cadre.llm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies JSON values into the form in which they cross this API: ordered and deeply unmodifiable.
 *
 * <p>Order is kept because it is part of prompt caches and of replay; {@code Map.copyOf} loses it and refuses nulls.
 */
public final class Json {

    /** The deepest nesting that a value may have. */
    public static final int MAX_DEPTH = 200;

    private Json() {}

    /**
     * Copies an object, keeping the order of its members.
     *
     * @throws IllegalArgumentException if a key is not a string, a value is no JSON value, or the nesting is deeper
     *     than {@value #MAX_DEPTH}
     */
    public static Map<String, Object> object(Map<?, ?> members) {
        return object(members, 1);
    }

    /** Copies a list of any values, in order, so that nobody can change it. */
    public static <T> List<T> list(Collection<? extends T> elements) {
        return elements.isEmpty() ? Collections.emptyList() : Collections.unmodifiableList(new ArrayList<>(elements));
    }

    private static Map<String, Object> object(Map<?, ?> members, int depth) {
        if (members.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a JSON key must be a string, found " + key);
            }
            putCopy(copy, name, value(value, depth));
        });
        return Collections.unmodifiableMap(copy);
    }

    // JSON null is a value here, which the declared type of the map cannot say.
    @SuppressWarnings("NullAway")
    private static void putCopy(Map<String, Object> target, String name, @Nullable Object value) {
        target.put(name, value);
    }

    private static @Nullable Object value(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("JSON is nested deeper than " + MAX_DEPTH);
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> members) {
            return object(members, depth + 1);
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>(elements.size());
            for (Object element : elements) {
                copy.add(value(element, depth + 1));
            }
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException("a " + value.getClass().getName()
                + " is no JSON value; use strings, numbers, booleans, lists and maps");
    }
}
