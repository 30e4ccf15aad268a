package dev.cadre.core.definition;

import dev.cadre.core.json.JsonText;
import java.util.Collection;
import java.util.Map;

/** Writes a schema for people: one member a line, lists on one line. */
final class SchemaText {

    private SchemaText() {}

    static String write(Map<String, ?> schema) {
        StringBuilder out = new StringBuilder();
        write(out, schema, "");
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, Object value, String indent) {
        if (value instanceof Map<?, ?> members) {
            String separator = "{\n";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.append(separator).append(indent).append("  ");
                out.append(JsonText.quoted((String) member.getKey())).append(": ");
                write(out, member.getValue(), indent + "  ");
                separator = ",\n";
            }
            out.append('\n').append(indent).append('}');
        } else if (value instanceof Collection<?> elements) {
            boolean words = elements.stream().allMatch(String.class::isInstance);
            String separator = words ? "[" : "[\n" + indent + "  ";
            for (Object element : elements) {
                out.append(separator);
                write(out, element, indent + "  ");
                separator = words ? ", " : ",\n" + indent + "  ";
            }
            out.append(words ? "]" : "\n" + indent + "]");
        } else {
            out.append(value instanceof String text ? JsonText.quoted(text) : value);
        }
    }
}
