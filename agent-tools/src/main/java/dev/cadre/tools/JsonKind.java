package dev.cadre.tools;

import dev.cadre.llm.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Is a type that a component of an input record may have. */
sealed interface JsonKind {

    /** Returns the value of a JSON value that is not null. */
    Object bind(Object value, String place);

    /** Returns what is expected, in words that follow "expected". */
    String expected();

    static JsonKind of(Type type, String owner) {
        if (type == String.class) {
            return new Text();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Truth();
        }
        if (type == Object.class) {
            return new Anything();
        }
        if (type instanceof Class<?> simple && WholeNumber.SIZES.containsKey(simple)) {
            return new WholeNumber(simple);
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return new DecimalNumber((Class<?>) type);
        }
        if (type instanceof Class<?> simple && simple.isEnum()) {
            return new Choice(simple);
        }
        if (type instanceof Class<?> simple && simple.isRecord()) {
            return new Nested(RecordBinding.of(simple.asSubclass(Record.class)));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new Sequence(of(generic.getActualTypeArguments()[0], owner));
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && generic.getActualTypeArguments()[0] == String.class
                && generic.getActualTypeArguments()[1] == Object.class) {
            return new FreeObject();
        }
        throw new IllegalArgumentException(owner + " has the type " + type.getTypeName()
                + "; expected String, boolean, int, long, double, BigDecimal, an enum, a record, a List of these, "
                + "Map<String, Object> or Object");
    }

    private static ToolInputException wrong(Object value, String place, String expected) {
        return new ToolInputException("\"" + place + "\" must be " + expected + ", found " + found(value));
    }

    private static String found(Object value) {
        if (value instanceof String text) {
            return "the string \"" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "\"";
        }
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof Collection ? "a list" : String.valueOf(value);
    }

    record Text() implements JsonKind {
        @Override
        public Object bind(Object value, String place) {
            if (value instanceof String) {
                return value;
            }
            throw wrong(value, place, expected());
        }

        @Override
        public String expected() {
            return "a string";
        }
    }

    record Truth() implements JsonKind {
        @Override
        public Object bind(Object value, String place) {
            if (value instanceof Boolean) {
                return value;
            }
            throw wrong(value, place, expected());
        }

        @Override
        public String expected() {
            return "true or false";
        }
    }

    record WholeNumber(Class<?> type) implements JsonKind {

        static final Map<Class<?>, Class<?>> SIZES = Map.of(
                int.class, Integer.class, Integer.class, Integer.class, long.class, Long.class, Long.class, Long.class);

        @Override
        public Object bind(Object value, String place) {
            if (value instanceof Number number) {
                try {
                    BigDecimal exact = new BigDecimal(number.toString());
                    // Guards against the cost of expanding an exponent such as 1e999999999.
                    if (exact.precision() - (long) exact.scale() <= 20) {
                        return SIZES.get(type) == Integer.class
                                ? (Object) exact.intValueExact()
                                : (Object) exact.longValueExact();
                    }
                } catch (ArithmeticException | NumberFormatException e) {
                    throw wrong(value, place, expected());
                }
            }
            throw wrong(value, place, expected());
        }

        @Override
        public String expected() {
            return "an integer";
        }
    }

    record DecimalNumber(Class<?> type) implements JsonKind {
        @Override
        public Object bind(Object value, String place) {
            if (value instanceof Number number) {
                try {
                    return type == BigDecimal.class ? new BigDecimal(number.toString()) : (Object) number.doubleValue();
                } catch (NumberFormatException e) {
                    throw wrong(value, place, expected());
                }
            }
            throw wrong(value, place, expected());
        }

        @Override
        public String expected() {
            return "a number";
        }
    }

    record Choice(Class<?> type) implements JsonKind {
        @Override
        public Object bind(Object value, String place) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> word(constant).equals(value))
                    .findFirst()
                    .orElseThrow(() -> wrong(value, place, expected()));
        }

        static String word(Object constant) {
            return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
        }

        List<String> words() {
            return Arrays.stream(type.getEnumConstants()).map(Choice::word).toList();
        }

        @Override
        public String expected() {
            return "one of " + words().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        }
    }

    record Sequence(JsonKind element) implements JsonKind {
        @Override
        public Object bind(Object value, String place) {
            if (!(value instanceof Collection<?> elements)) {
                throw wrong(value, place, expected());
            }
            List<Object> bound = new ArrayList<>(elements.size());
            for (Object one : elements) {
                String at = place + "[" + bound.size() + "]";
                if (one == null) {
                    throw new ToolInputException("\"" + at + "\" must be " + element.expected() + ", found null");
                }
                bound.add(element.bind(one, at));
            }
            return Json.list(bound);
        }

        @Override
        public String expected() {
            return "a list";
        }
    }

    record Nested(RecordBinding<?> binding) implements JsonKind {
        @Override
        public Object bind(Object value, String place) {
            if (value instanceof Map<?, ?> members) {
                return binding.bind(members, place);
            }
            throw wrong(value, place, expected());
        }

        @Override
        public String expected() {
            return "an object with "
                    + binding.parameters().values().stream()
                            .map(RecordParameter::name)
                            .collect(Collectors.joining(", "));
        }
    }

    record FreeObject() implements JsonKind {
        @Override
        public Object bind(Object value, String place) {
            if (value instanceof Map<?, ?> members) {
                return Json.object(members);
            }
            throw wrong(value, place, expected());
        }

        @Override
        public String expected() {
            return "an object";
        }
    }

    record Anything() implements JsonKind {
        @Override
        public Object bind(Object value, String place) {
            return value;
        }

        @Override
        public String expected() {
            return "any JSON value";
        }
    }
}
