package dev.cadre.core.format;

import java.util.List;
import java.util.Map;

/** Says what a value should hold in its product, down to what stands in it. */
public sealed interface Shape {

    /** Returns what a person should write. */
    String expected();

    /** A value of one kind, whatever it holds. */
    enum Kind implements Shape {
        /** Any text, number or truth value. */
        TEXT("a text"),
        /** True or false. */
        FLAG("true or false"),
        /** A number. */
        NUMBER("a number"),
        /** A list. */
        LIST("a list"),
        /** A text, or a list. */
        TEXT_OR_LIST("a text or a list"),
        /** Keys and values. */
        MAP("keys and values"),
        /** A text, or keys and values. */
        TEXT_OR_MAP("a text, or keys and values");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        @Override
        public String expected() {
            return expected;
        }
    }

    /**
     * One of a few words.
     *
     * @param words the words that there are
     */
    record Word(List<String> words) implements Shape {
        @Override
        public String expected() {
            return "one of " + String.join(", ", words);
        }
    }

    /**
     * A list of different texts of some characters.
     *
     * @param characters the characters besides letters and digits
     */
    record Names(String characters) implements Shape {
        @Override
        public String expected() {
            return "a list of different names, each of letters, digits, blanks, hyphens and underscores";
        }
    }

    /**
     * A list.
     *
     * @param item what each item should be
     */
    record ListOf(Shape item) implements Shape {
        @Override
        public String expected() {
            return "a list";
        }
    }

    /**
     * Keys that anybody may choose.
     *
     * @param value what stands under each
     */
    record MapOf(Shape value) implements Shape {
        @Override
        public String expected() {
            return "keys and values";
        }
    }

    /**
     * Keys that the product knows.
     *
     * @param keys what stands under each of them
     * @param required those that must be there
     * @param kinds what else must be there, by the word that stands under {@code type}
     * @param isClosed whether every other key is told; if not, only one that looks like a slip
     */
    record Fields(Map<String, Shape> keys, List<String> required, Map<String, List<String>> kinds, boolean isClosed)
            implements Shape {
        @Override
        public String expected() {
            return "keys and values";
        }
    }
}
