package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void keeps_order_and_nulls_and_shares_nothing_with_its_source() {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("z", 1);
        source.put("a", null);
        source.put("m", new ArrayList<>(Arrays.asList("x", null)));

        Map<String, Object> copy = Json.object(source);
        source.clear();

        assertThat(copy.keySet()).containsExactly("z", "a", "m");
        assertThat(copy).containsEntry("a", null).containsEntry("m", Arrays.asList("x", null));
    }

    @Test
    void can_not_be_changed_at_any_depth() {
        Map<String, Object> copy = Json.object(Map.of("list", new ArrayList<>(List.of("x"))));

        assertThatThrownBy(() -> copy.put("k", "v")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) copy.get("list")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refuses_what_is_no_json() {
        assertThatThrownBy(() -> Json.object(Map.of("when", new StringBuilder("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.StringBuilder is no JSON value");
        assertThatThrownBy(() -> Json.object(Map.of(1, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key must be a string");
    }

    @Test
    void refuses_nesting_beyond_its_limit() {
        Object value = "leaf";
        for (int i = 0; i < Json.MAX_DEPTH + 5; i++) {
            value = List.of(value);
        }
        Map<String, Object> deep = Map.of("deep", value);

        assertThatThrownBy(() -> Json.object(deep)).hasMessageContaining("nested deeper than 200");
    }
}
