package dev.cadre.tools;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the model about one component of a tool's input record.
 *
 * <pre>{@code
 * record Forecast(@NotBlank @Parameter("The city, in English.") String city, @Min(1) @Max(7) Integer days) {}
 * }</pre>
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Parameter {

    /** Returns what the parameter means. */
    String value() default "";

    /** Returns its name in the input; when empty, the component's name in snake case. */
    String name() default "";
}
