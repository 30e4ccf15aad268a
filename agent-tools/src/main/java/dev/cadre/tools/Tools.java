package dev.cadre.tools;

import dev.cadre.tools.permission.Access;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes tools from records.
 *
 * <pre>{@code
 * record Forecast(@NotBlank @Parameter("The city, in English.") String city) {}
 *
 * Tool forecast = Tools.tool("Forecast", "Tells tomorrow's weather.", Forecast.class,
 *         (input, context) -> ToolOutput.text(weather.of(input.city())));
 * }</pre>
 *
 * <p>The record says all about the input: its components are the parameters, named in snake case or by
 * {@link Parameter}; primitives and components with {@code @NotNull}, {@code @NotBlank} or {@code @NotEmpty} are required, all
 * others are null when absent; other constraints of {@code jakarta.validation} are checked and shown to the model.
 * Components are strings, numbers, booleans, enums (in lower case), lists, nested records, and {@code Map<String, Object>}
 * for free JSON. Unknown parameters and wrong types are refused with a message that tells the model what is expected.
 *
 * <p>A record in a named module needs {@code opens} of its package to {@code dev.cadre.tools} and
 * {@code org.hibernate.validator}.
 */
public final class Tools {

    private Tools() {}

    /**
     * Makes a tool whose effects paths, commands and addresses do not describe: each call asks, unless a rule allows it.
     *
     * @param name by which model and rules know it
     * @param description what it does and when to use it, for the model
     * @throws IllegalArgumentException if the record has a component of a type that is no JSON
     */
    public static <I extends Record> Tool tool(
            String name,
            String description,
            Class<I> input,
            BiFunction<? super I, ? super ToolContext, ToolOutput> action) {
        return tool(name, description, input, accepted -> List.of(new Access.Other()), action);
    }

    /**
     * Makes a tool that declares what each call touches.
     *
     * @param accesses gives all that a call touches, never empty; throws {@link ToolInputException} for an input that
     *     makes no sense
     * @throws IllegalArgumentException if the record has a component of a type that is no JSON
     */
    public static <I extends Record> Tool tool(
            String name,
            String description,
            Class<I> input,
            Function<? super I, List<Access>> accesses,
            BiFunction<? super I, ? super ToolContext, ToolOutput> action) {
        return tool(name, description, input, accesses, (accepted, context) -> List.of(), action);
    }

    /**
     * Makes a tool that can show a person what a call would do.
     *
     * @param accesses as for {@link #tool(String, String, Class, Function, BiFunction)}
     * @param preview gives lines for somebody who is asked, such as a diff; changes nothing
     * @throws IllegalArgumentException if the record has a component of a type that is no JSON
     */
    public static <I extends Record> Tool tool(
            String name,
            String description,
            Class<I> input,
            Function<? super I, List<Access>> accesses,
            BiFunction<? super I, ? super ToolContext, List<String>> preview,
            BiFunction<? super I, ? super ToolContext, ToolOutput> action) {
        return new RecordTool<>(name, description, RecordBinding.of(input), accesses, preview, action);
    }
}
