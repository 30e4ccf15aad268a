package dev.cadre.llm.testkit.cassette;

import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces secrets for ever, and what differs between runs there and back. */
final class Redaction {

    private static final String REDACTED = "[redacted]";

    /** Shapes of usual keys: vendors' prefixes, AWS, GitHub, Google, bearer tokens, private keys. */
    private static final Pattern KEY = Pattern.compile("\\bsk-[A-Za-z0-9_-]{16,}"
            + "|\\bAKIA[0-9A-Z]{16}\\b"
            + "|\\bgh[pousr]_[A-Za-z0-9]{20,}"
            + "|\\bAIza[0-9A-Za-z_-]{30,}"
            + "|(?<=[Bb]earer )[A-Za-z0-9._~+/=-]{16,}"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*-----END [A-Z ]*PRIVATE KEY-----");

    private final List<String> secrets = new ArrayList<>();
    private final Map<String, String> placeholders = new LinkedHashMap<>();

    void addSecret(String value) {
        if (!value.isBlank()) {
            secrets.add(value);
        }
    }

    void addPlaceholder(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the placeholder \"" + name + "\" needs a value");
        }
        placeholders.put(name, value);
    }

    Map<String, Object> redact(Map<String, Object> object) {
        return replaced(object, this::redact);
    }

    Map<String, Object> restore(Map<String, Object> object) {
        return replaced(object, this::restore);
    }

    String redact(String text) {
        String result = text;
        for (String secret : secrets) {
            result = result.replace(secret, REDACTED);
        }
        result = KEY.matcher(result).replaceAll(REDACTED);
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            result = result.replace(placeholder.getValue(), "${" + placeholder.getKey() + "}");
        }
        return result;
    }

    private String restore(String text) {
        String result = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            result = result.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return result;
    }

    private static Map<String, Object> replaced(Map<?, ?> object, UnaryOperator<String> replacement) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> copy.put(replacement.apply(String.valueOf(key)), value(value, replacement)));
        return Json.object(copy);
    }

    private static @Nullable Object value(@Nullable Object value, UnaryOperator<String> replacement) {
        if (value instanceof String text) {
            return replacement.apply(text);
        }
        if (value instanceof Map<?, ?> object) {
            return replaced(object, replacement);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(value(element, replacement)));
            return copy;
        }
        return value;
    }
}
