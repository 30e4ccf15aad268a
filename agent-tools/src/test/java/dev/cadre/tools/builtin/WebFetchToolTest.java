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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "http://10.0.0.1",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://intranet/",
                "https://metadata/",
                "https://kubernetes.default.svc/",
                "https://app.test/",
                "https://good.example/",
                "https://hidden.onion/",
                "https://169.254.169.254.nip.io/",
                "https://10-0-0-1.sslip.io/",
                "https://localtest.me/"
            })
    void refuses_hosts_that_are_known_to_be_off_the_open_internet_before_any_decision(String url) {
        assertThatThrownBy(() -> tool.prepare(Map.of("url", url)).accesses())
                .isInstanceOf(ToolInputException.class)
                .hasMessageContaining("is refused");
    }

    @Test
    void needs_no_prompt() {
        assertThat(tool.prepare(Map.of("url", "https://example.com/")).accesses())
                .containsExactly(new Access.Fetch("https://example.com/"));
    }
}
