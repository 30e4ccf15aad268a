package dev.cadre.tools.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolInputException;
import dev.cadre.tools.permission.Access;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebFetchToolTest {

    private final Tool tool = WebFetchTool.create();

    @Test
    void declares_the_canonical_address_over_https() {
        assertThat(tool.prepare(Map.of("url", " http://Docs.Example.COM./a#b", "prompt", "what?"))
                        .accesses())
                .containsExactly(new Access.Fetch("https://docs.example.com/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://127.1/", "https://user@example.com/", "docs", " "})
    void refuses_addresses_before_any_decision(String url) {
        assertThatThrownBy(() ->
                        tool.prepare(Map.of("url", url, "prompt", "what?")).accesses())
                .isInstanceOf(ToolInputException.class);
    }

    @Test
    void needs_a_prompt() {
        assertThatThrownBy(() -> tool.prepare(Map.of("url", "https://example.com/")))
                .isInstanceOf(ToolInputException.class)
                .hasMessageContaining("prompt");
    }
}
