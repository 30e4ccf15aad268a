package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.ToolCall;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallHashTest {

    @Test
    void does_not_depend_on_the_order_of_members_or_the_id() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", List.of("x"));
        Map<String, Object> two = new LinkedHashMap<>();
        two.put("b", List.of("x"));
        two.put("a", 1.0);

        assertThat(hash("T", one)).isEqualTo(hash("T", two)).hasSize(64);
        assertThat(CallHash.of(new ToolCall("other id", "T", one))).isEqualTo(hash("T", one));
    }

    @Test
    void differs_for_every_other_call() {
        List<String> hashes = List.of(
                hash("T", Map.of("a", "1")),
                hash("U", Map.of("a", "1")),
                hash("T", Map.of("a", 1)),
                hash("T", Map.of("a", "1 ")),
                hash("T", Map.of("b", "1")),
                hash("T", Map.of("a", List.of("1"))),
                hash("T", Map.of("a", Map.of("1", 1))),
                hash("T", Map.of("a", Arrays.asList((Object) null))),
                hash("T", Map.of("a", "null")),
                hash("T", Map.of("a", "\"],\"b\":[\"")),
                hash("T", Map.of()));

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void tells_half_characters_apart() {
        assertThat(List.of(
                        hash("T", Map.of("a", "\ud800")),
                        hash("T", Map.of("a", "\udc00")),
                        hash("T", Map.of("a", "?")),
                        hash("T", Map.of("a", "\\ud800")),
                        hash("T", Map.of("a", "\ud83d\ude00"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void takes_every_number() {
        assertThat(List.of(
                        hash("T", Map.of("a", Double.NaN)),
                        hash("T", Map.of("a", Double.POSITIVE_INFINITY)),
                        hash("T", Map.of("a", new BigDecimal("1e999999999"))),
                        hash("T", Map.of("a", new BigDecimal("1e-999999999")))))
                .doesNotHaveDuplicates();
    }

    private static String hash(String tool, Map<String, Object> input) {
        return CallHash.of(new ToolCall("id", tool, input));
    }
}
