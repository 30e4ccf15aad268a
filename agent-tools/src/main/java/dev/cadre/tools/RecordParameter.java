package dev.cadre.tools;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;

/** Is one component of an input record, as the model sees it. */
record RecordParameter(
        String component, String name, String description, boolean isRequired, boolean isConstrained, JsonKind kind) {

    static RecordParameter of(RecordComponent component) {
        // Constraints are not allowed on record components; the compiler copies them to the accessor.
        AnnotatedElement accessor = component.getAccessor();
        Parameter said = component.getAnnotation(Parameter.class);
        JsonKind kind =
                JsonKind.of(component.getGenericType(), component.getDeclaringRecord() + "." + component.getName());
        return new RecordParameter(
                component.getName(),
                said == null || said.name().isEmpty() ? snakeCase(component.getName()) : said.name(),
                said == null ? "" : said.value(),
                component.getType().isPrimitive() || mustNotBeNull(accessor),
                isConstrained(accessor) || isConstrained(component.getAnnotatedType()),
                kind);
    }

    private static boolean mustNotBeNull(AnnotatedElement accessor) {
        return accessor.isAnnotationPresent(NotNull.class)
                || accessor.isAnnotationPresent(NotBlank.class)
                || accessor.isAnnotationPresent(NotEmpty.class);
    }

    private static boolean isConstrained(AnnotatedType type) {
        return isConstrained((AnnotatedElement) type)
                || (type instanceof AnnotatedParameterizedType generic
                        && Arrays.stream(generic.getAnnotatedActualTypeArguments())
                                .anyMatch(RecordParameter::isConstrained));
    }

    /** Returns whether anything but the presence of a value is to be checked. */
    static boolean isConstrained(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type != NotNull.class && type.isAnnotationPresent(Constraint.class));
    }

    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    String described() {
        return name + " (" + kind.expected() + (isRequired ? ", required)" : ")");
    }
}
