package dev.cadre.core.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks values against a JSON Schema, as far as ours goes; a keyword that it does not know is a failure. */
final class SchemaChecker {

    private static final Set<String> ANNOTATIONS = Set.of("$schema", "$defs", "title", "description", "examples");

    private final Map<?, ?> definitions;
    private final Object root;
    private final List<String> problems = new ArrayList<>();

    private SchemaChecker(Map<?, ?> root) {
        this.root = root;
        this.definitions = (Map<?, ?>) root.get("$defs");
    }

    /** Returns what does not hold, by the path of the value and the keyword; nothing if the schema accepts the value. */
    static List<String> check(Map<?, ?> schema, @Nullable Object value) {
        SchemaChecker checker = new SchemaChecker(schema);
        checker.check(checker.root, value, "");
        return checker.problems;
    }

    private void check(Object schema, @Nullable Object value, String path) {
        if (!(schema instanceof Map<?, ?> keywords)) {
            require(Boolean.TRUE.equals(schema), path, "false");
            return;
        }
        keywords.forEach((keyword, limit) -> {
            if (!ANNOTATIONS.contains(keyword)) {
                keyword((String) keyword, limit, keywords, value, path);
            }
        });
    }

    private void keyword(String keyword, Object limit, Map<?, ?> schema, @Nullable Object value, String path) {
        switch (keyword) {
            case "$ref" -> check(definitions.get(((String) limit).replace("#/$defs/", "")), value, path);
            case "type" -> require(isOfType(limit, value), path, keyword);
            case "enum" -> require(((Collection<?>) limit).contains(value), path, keyword);
            case "not" -> require(!accepts(limit, value), path, keyword);
            case "anyOf" ->
                require(((Collection<?>) limit).stream().anyMatch(each -> accepts(each, value)), path, keyword);
            case "pattern" -> require(!(value instanceof String text) || find((String) limit, text), path, keyword);
            case "maxLength" ->
                require(
                        !(value instanceof String text) || text.codePointCount(0, text.length()) <= number(limit),
                        path,
                        keyword);
            case "minimum" -> require(!(value instanceof Number n) || n.doubleValue() >= number(limit), path, keyword);
            case "maximum" -> require(!(value instanceof Number n) || n.doubleValue() <= number(limit), path, keyword);
            case "items" -> {
                if (value instanceof List<?> items) {
                    items.forEach(item -> check(limit, item, path + "[]"));
                }
            }
            case "required" ->
                require(
                        !(value instanceof Map<?, ?> m) || m.keySet().containsAll((Collection<?>) limit),
                        path,
                        keyword);
            case "minProperties" ->
                require(!(value instanceof Map<?, ?> m) || m.size() >= number(limit), path, keyword);
            case "properties", "patternProperties", "additionalProperties" -> {
                if (value instanceof Map<?, ?> members) {
                    members.forEach((key, member) -> member(keyword, limit, schema, (String) key, member, path));
                }
            }
            default -> throw new AssertionError("the checker does not know \"" + keyword + "\"");
        }
    }

    private void member(
            String keyword, Object limit, Map<?, ?> schema, String key, @Nullable Object value, String path) {
        String at = path + "." + key;
        Map<?, ?> named = schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        if (keyword.equals("additionalProperties")) {
            if (!named.containsKey(key)) {
                check(limit, value, at);
            }
        } else if (keyword.equals("properties")) {
            if (named.containsKey(key)) {
                check(named.get(key), value, at);
            }
        } else {
            ((Map<?, ?>) limit).forEach((pattern, each) -> {
                if (find((String) pattern, key)) {
                    check(each, value, at);
                }
            });
        }
    }

    private boolean accepts(Object schema, @Nullable Object value) {
        int before = problems.size();
        check(schema, value, "");
        boolean accepted = problems.size() == before;
        problems.subList(before, problems.size()).clear();
        return accepted;
    }

    private void require(boolean holds, String path, String keyword) {
        if (!holds) {
            problems.add(path + ": " + keyword);
        }
    }

    private static boolean isOfType(Object types, @Nullable Object value) {
        return types instanceof Collection<?> several
                ? several.stream().anyMatch(each -> isOfType(each, value))
                : switch ((String) types) {
                    case "object" -> value instanceof Map;
                    case "array" -> value instanceof List;
                    case "string" -> value instanceof String;
                    case "boolean" -> value instanceof Boolean;
                    case "number" -> value instanceof Number;
                    case "integer" -> value instanceof Number n && n.doubleValue() == Math.rint(n.doubleValue());
                    default -> throw new AssertionError("the checker does not know the type \"" + types + "\"");
                };
    }

    private static double number(Object limit) {
        return ((Number) limit).doubleValue();
    }

    private static boolean find(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }
}
