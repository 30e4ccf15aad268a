package dev.cadre.core.convert;

import dev.cadre.core.json.JsonText;
import dev.cadre.core.source.YamlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes keys and values as a frontmatter, TOML or JSON. */
final class Frame {

    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private Frame() {}

    static String markdown(Map<String, ? extends @Nullable Object> keys, String body) {
        StringBuilder out = new StringBuilder("---\n");
        keys.forEach((key, value) ->
                out.append(yamlKey(key)).append(": ").append(yaml(value)).append('\n'));
        return out.append("---\n").append(body).toString();
    }

    static String toml(Map<String, ? extends @Nullable Object> keys) {
        StringBuilder out = new StringBuilder();
        keys.forEach((key, value) ->
                out.append(key).append(" = ").append(tomlValue(value)).append('\n'));
        return out.toString();
    }

    static String roo(Map<String, ? extends @Nullable Object> keys) {
        StringBuilder out = new StringBuilder("customModes:\n");
        String dash = "  - ";
        for (Map.Entry<String, ? extends @Nullable Object> entry : keys.entrySet()) {
            out.append(dash)
                    .append(entry.getKey())
                    .append(": ")
                    .append(yaml(entry.getValue()))
                    .append('\n');
            dash = "    ";
        }
        return out.toString();
    }

    static String json(Map<String, ? extends @Nullable Object> keys) {
        return JsonText.write(new LinkedHashMap<>(keys)) + "\n";
    }

    private static String yamlKey(String key) {
        return isPlain(key) ? key : YamlText.quoted(key);
    }

    // Flow style for what is nested, so that a value is always one line.
    static String yaml(@Nullable Object value) {
        if (value instanceof String text) {
            return isPlain(text) ? text : YamlText.quoted(text);
        }
        if (value instanceof Map<?, ?> members) {
            List<String> parts = new ArrayList<>();
            members.forEach((key, member) -> parts.add(YamlText.quoted(String.valueOf(key)) + ": " + nested(member)));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value instanceof Collection<?> items) {
            return "[" + String.join(", ", items.stream().map(Frame::nested).toList()) + "]";
        }
        return String.valueOf(value);
    }

    private static String nested(@Nullable Object value) {
        return value instanceof String text ? YamlText.quoted(text) : yaml(value);
    }

    private static String tomlValue(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            return "[" + String.join(", ", items.stream().map(Frame::tomlValue).toList()) + "]";
        }
        if (value instanceof Map<?, ?> members) {
            List<String> parts = new ArrayList<>();
            members.forEach(
                    (key, member) -> parts.add(JsonText.quoted(String.valueOf(key)) + " = " + tomlValue(member)));
            return "{" + String.join(", ", parts) + "}";
        }
        return value instanceof String text
                ? JsonText.quoted(text).replace("\u007F", "\\u007F")
                : String.valueOf(value);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.charAt(0) < 0x80
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> (c < 0x80 && Character.isLetterOrDigit(c)) || "_-/. *".indexOf(c) >= 0)
                && text.strip().length() == text.length()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
