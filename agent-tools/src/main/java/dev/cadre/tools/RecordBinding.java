package dev.cadre.tools;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a JSON object into a record, strictly: no unknown member, no conversion between types. */
final class RecordBinding<I extends Record> {

    private final Class<I> type;
    private final Map<String, RecordParameter> parameters;
    private final Constructor<I> constructor;
    private final boolean constrained;

    private RecordBinding(Class<I> type, Map<String, RecordParameter> parameters, Constructor<I> constructor) {
        this.type = type;
        this.parameters = parameters;
        this.constructor = constructor;
        this.constrained = RecordParameter.isConstrained(type)
                || parameters.values().stream().anyMatch(RecordParameter::isConstrained);
    }

    static <I extends Record> RecordBinding<I> of(Class<I> type) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, RecordParameter> parameters = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            RecordParameter parameter = RecordParameter.of(component);
            if (parameters.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException(
                        type.getName() + " has two parameters of the name \"" + parameter.name() + "\"");
            }
        }
        try {
            Constructor<I> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordBinding<>(type, parameters, constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type.getName(), e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    type.getName() + " can't be made by reflection; in its module-info write: opens "
                            + type.getPackageName() + " to dev.cadre.tools, org.hibernate.validator;",
                    e);
        }
    }

    Class<I> type() {
        return type;
    }

    Map<String, RecordParameter> parameters() {
        return parameters;
    }

    I bind(Map<?, ?> input) {
        return bind(input, "");
    }

    /** Binds what stands at a place of the input; the place is empty for the input itself. */
    I bind(Map<?, ?> input, String place) {
        refuseUnknown(input, place);
        List<@Nullable Object> arguments = new ArrayList<>(parameters.size());
        for (RecordParameter parameter : parameters.values()) {
            Object value = input.get(parameter.name());
            String at = at(place, parameter.name());
            if (value == null && parameter.isRequired()) {
                throw new ToolInputException("\"" + at + "\" is missing; expected "
                        + parameter.kind().expected());
            }
            arguments.add(value == null ? null : parameter.kind().bind(value, at));
        }
        I bound = construct(arguments.toArray());
        if (constrained) {
            RecordConstraints.check(bound, component -> at(place, nameOf(component)));
        }
        return bound;
    }

    private static String at(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private String nameOf(String component) {
        return parameters.values().stream()
                .filter(parameter -> parameter.component().equals(component))
                .findFirst()
                .map(RecordParameter::name)
                .orElse(component);
    }

    private void refuseUnknown(Map<?, ?> input, String place) {
        for (Object key : input.keySet()) {
            if (!parameters.containsKey(String.valueOf(key))) {
                String allowed = parameters.isEmpty()
                        ? "no parameters are allowed"
                        : "allowed: "
                                + parameters.values().stream()
                                        .map(RecordParameter::described)
                                        .collect(Collectors.joining(", "));
                throw new ToolInputException("unknown parameter \"" + key + "\""
                        + (place.isEmpty() ? "" : " in \"" + place + "\"") + "; " + allowed);
            }
        }
    }

    private I construct(@Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ToolInputException refused) {
                throw refused;
            }
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new ToolInputException(String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException(type.getName() + " can't be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " can't be made", e);
        }
    }
}
