package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.permission.Access;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsTest {

    enum Unit {
        CELSIUS,
        DEGREES_FAHRENHEIT
    }

    record Place(@NotBlank String name, @Min(-90) @Max(90) Integer latitude) {}

    record Forecast(
            @NotNull @Parameter("Where.") Place place,
            int daysAhead,
            @Parameter(name = "-u") Unit unit,
            @Size(max = 2) List<@NotBlank String> labels,
            Double precision,
            BigDecimal price,
            Boolean verbose,
            Map<String, Object> extra,
            Object anything) {}

    private final List<Forecast> received = new ArrayList<>();

    private final Tool tool = Tools.tool("Forecast", "Tells the weather.", Forecast.class, (input, context) -> {
        received.add(input);
        return ToolOutput.text("sunny");
    });

    private Forecast bound(Map<String, Object> input) {
        tool.prepare(input).perform(new FakeToolContext(new InMemoryWorkspace()));
        return received.get(received.size() - 1);
    }

    private static Map<String, Object> input(Object... pairs) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("place", Map.of("name", "Oslo"));
        input.put("days_ahead", 1);
        for (int i = 0; i < pairs.length; i += 2) {
            input.put((String) pairs[i], pairs[i + 1]);
        }
        return input;
    }

    @Test
    void binds_every_kind_of_value() {
        Forecast forecast = bound(input(
                "-u",
                "degrees_fahrenheit",
                "labels",
                List.of("a", "b"),
                "precision",
                1,
                "price",
                1.5,
                "verbose",
                true,
                "extra",
                Map.of("k", List.of(1, Map.of())),
                "anything",
                "x"));

        assertThat(forecast)
                .isEqualTo(new Forecast(
                        new Place("Oslo", null),
                        1,
                        Unit.DEGREES_FAHRENHEIT,
                        List.of("a", "b"),
                        1.0,
                        new BigDecimal("1.5"),
                        true,
                        Map.of("k", List.of(1, Map.of())),
                        "x"));
    }

    @Test
    void takes_absent_and_null_optional_parameters_as_absent() {
        assertThat(bound(input("labels", null)).labels()).isNull();
        assertThat(bound(input()).verbose()).isNull();
    }

    @Test
    void takes_a_whole_number_written_with_a_fraction() {
        assertThat(bound(input("days_ahead", 3.0)).daysAhead()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            days_ahead | two  | "days_ahead" must be an integer, found the string "two"
            -u         | warm | "-u" must be one of "celsius", "degrees_fahrenheit", found the string "warm"
            verbose    | yes  | "verbose" must be true or false, found the string "yes"
            labels     | a    | "labels" must be a list, found the string "a"
            extra      | a    | "extra" must be an object, found the string "a"
            place      | Oslo | "place" must be an object with name, latitude, found the string "Oslo"
            """)
    void refuses_a_value_of_a_wrong_type(String name, String value, String message) {
        assertThatThrownBy(() -> tool.prepare(input(name, value)))
                .isInstanceOf(ToolInputException.class)
                .hasMessage(message);
    }

    @Test
    void refuses_numbers_that_are_not_whole_or_too_large() {
        for (Object number : List.of(1.5, 3_000_000_000L, Double.NaN, new BigDecimal("1e999999999"))) {
            assertThatThrownBy(() -> tool.prepare(input("days_ahead", number)))
                    .isInstanceOf(ToolInputException.class)
                    .hasMessageStartingWith("\"days_ahead\" must be an integer, found ");
        }
    }

    @Test
    void refuses_an_unknown_parameter_and_names_those_that_exist() {
        assertThatThrownBy(() -> tool.prepare(input("daysAhead", 1)))
                .isInstanceOf(ToolInputException.class)
                .hasMessageStartingWith(
                        "unknown parameter \"daysAhead\"; allowed: place (an object with name, latitude, "
                                + "required), days_ahead (an integer, required), -u (one of ");
        assertThatThrownBy(() -> tool.prepare(input("place", Map.of("name", "Oslo", "zip", "1"))))
                .hasMessageStartingWith("unknown parameter \"zip\" in \"place\"; allowed: name (a string, required)");
    }

    @Test
    void refuses_a_missing_parameter() {
        assertThatThrownBy(() -> tool.prepare(Map.of("days_ahead", 1)))
                .isInstanceOf(ToolInputException.class)
                .hasMessage("\"place\" is missing; expected an object with name, latitude");
    }

    @Test
    void refuses_null_in_a_list() {
        assertThatThrownBy(() -> tool.prepare(input("labels", Arrays.asList("a", null))))
                .hasMessage("\"labels[1]\" must be a string, found null");
    }

    @Test
    void checks_constraints_in_english_at_any_depth() {
        assertThatThrownBy(() -> tool.prepare(input("labels", List.of("a", " ", "c"))))
                .isInstanceOf(ToolInputException.class)
                .hasMessage("\"labels\" size must be between 0 and 2; \"labels[1]\" must not be blank");
        assertThatThrownBy(() -> tool.prepare(input("place", Map.of("name", "Oslo", "latitude", 91))))
                .hasMessage("\"place.latitude\" must be less than or equal to 90");
    }

    @Test
    void describes_the_input_to_the_model_in_declared_order() {
        Map<String, Object> schema = tool.spec().inputSchema();

        assertThat(schema).containsEntry("type", "object").containsEntry("additionalProperties", false);
        assertThat(schema.get("required")).isEqualTo(List.of("place", "days_ahead"));
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        assertThat(List.<Object>copyOf(properties.keySet()))
                .containsExactly(
                        "place", "days_ahead", "-u", "labels", "precision", "price", "verbose", "extra", "anything");
        assertThat(((Map<?, ?>) properties.get("-u")).get("enum")).isEqualTo(List.of("celsius", "degrees_fahrenheit"));
        Map<?, ?> place = (Map<?, ?>) properties.get("place");
        assertThat(place.get("description")).isEqualTo("Where.");
        assertThat(((Map<?, ?>) place.get("properties")).get("latitude"))
                .hasToString("{type=integer, minimum=-90, maximum=90}");
        assertThat(((Map<?, ?>) properties.get("labels")).get("maxItems")).isEqualTo(2);
    }

    record Nothing() {}

    @Test
    void describes_a_tool_without_parameters() {
        Tool ping = Tools.tool("Ping", "Answers.", Nothing.class, (input, context) -> ToolOutput.text("pong"));

        assertThat(ping.spec().inputSchema()).containsEntry("type", "object").containsEntry("properties", Map.of());
        assertThatThrownBy(() -> ping.prepare(Map.of("x", 1)))
                .hasMessage("unknown parameter \"x\"; no parameters are allowed");
    }

    record Checked(int from, int to) {
        Checked {
            if (from > to) {
                throw new IllegalArgumentException("\"from\" must not be after \"to\"");
            }
        }
    }

    @Test
    void tells_the_model_what_a_record_refuses() {
        Tool range = Tools.tool("Range", "Counts.", Checked.class, (input, context) -> ToolOutput.text("done"));

        assertThatThrownBy(() -> range.prepare(Map.of("from", 2, "to", 1)))
                .isInstanceOf(ToolInputException.class)
                .hasMessage("\"from\" must not be after \"to\"");
    }

    record Wrong(Thread thread) {}

    @Test
    void refuses_a_record_that_is_no_json() {
        assertThatThrownBy(() -> Tools.tool("Wrong", "", Wrong.class, (input, context) -> ToolOutput.text("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Wrong.thread has the type java.lang.Thread; expected String, boolean");
    }

    @Test
    void declares_other_unless_told() {
        assertThat(tool.prepare(input()).accesses()).containsExactly(new Access.Other());
    }
}
