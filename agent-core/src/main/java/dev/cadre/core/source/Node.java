package dev.cadre.core.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value with its place in the decoded text. Scalars are text until the schema says otherwise. */
public sealed interface Node {

    /** Returns the 0-based offset of its first UTF-16 code unit. */
    int offset();

    /** Returns how many code units it covers in the source. */
    int length();

    /** Returns the JSON value: scalars in YAML 1.2's core schema, order kept. */
    @Nullable
    Object toJson();

    /** How a scalar is written. */
    enum Style {
        /** Without quotes; may mean a number, a truth value or null. */
        PLAIN,
        /** In single quotes: always text. */
        SINGLE_QUOTED,
        /** In double quotes: always text. */
        DOUBLE_QUOTED,
        /** A literal or folded block: always text. */
        BLOCK,
        /** Not valid YAML, read as the text that stands there. */
        RECOVERED
    }

    /**
     * A single value.
     *
     * @param text its text, unquoted and unfolded
     * @param style how it is written
     */
    record Scalar(String text, Style style, int offset, int length) implements Node {

        /** Returns whether it is YAML's null: nothing, or a plain tilde or word. */
        public boolean isNull() {
            return style == Style.PLAIN
                    && (text.isEmpty()
                            || text.equals("~")
                            || text.equals("null")
                            || text.equals("Null")
                            || text.equals("NULL"));
        }

        @Override
        public @Nullable Object toJson() {
            return style == Style.PLAIN ? CoreSchema.resolve(text) : text;
        }
    }

    /**
     * A list of values.
     *
     * @param items the values, in order
     */
    record Sequence(List<Node> items, int offset, int length) implements Node {

        @Override
        public Object toJson() {
            List<@Nullable Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.toJson()));
            return Collections.unmodifiableList(values);
        }
    }

    /**
     * Keys and values, in order; a key may stand twice, which the reader reports.
     *
     * @param entries the keys and values
     */
    record Mapping(List<Entry> entries, int offset, int length) implements Node {

        /** Returns the value of the first entry of a key, or null. */
        public @Nullable Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            entries.forEach(
                    entry -> members.put(entry.key().text(), entry.value().toJson()));
            return Collections.unmodifiableMap(members);
        }
    }

    /**
     * One key and its value.
     *
     * @param key the key
     * @param value the value; an absent value is an empty plain scalar
     */
    record Entry(Scalar key, Node value) {}
}
