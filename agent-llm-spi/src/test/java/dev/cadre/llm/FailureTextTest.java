package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTextTest {

    @Test
    void leaves_out_the_key_and_line_breaks() {
        assertThat(FailureText.line(" Wrong key\n\tHex0123:  denied ", "Hex0123"))
                .isEqualTo("Wrong key [key]: denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcdef0123",
                "sk-ant-a*********xyz9",
                "AIzaSyA0123456789abcdefghij",
                "AKIA0123456789ABCDEF",
                "ghp_0123456789abcdefghij",
                "org-AbCd1234",
                "xai-0123456789"
            })
    void leaves_out_what_looks_like_a_key(String key) {
        assertThat(FailureText.line("Incorrect key: " + key + ".", "")).isEqualTo("Incorrect key: [key].");
    }

    @Test
    void leaves_out_bearer_tokens() {
        assertThat(FailureText.line("sent: Bearer abc.def-123", "")).isEqualTo("sent: Bearer [key]");
    }

    @Test
    void keeps_ordinary_words() {
        String text = "max_tokens: 99 > 10, which a key-value cache of a desk-bound model can't organise";

        assertThat(FailureText.line(text, "")).isEqualTo(text);
    }

    @Test
    void is_short_and_holds_no_part_of_a_key_at_its_end() {
        String line = FailureText.line("x".repeat(298) + "The0Key" + "y".repeat(100_000), "The0Key");

        assertThat(line).isEqualTo("x".repeat(298) + "[k…");
    }

    @ParameterizedTest
    @CsvSource({
        "https://host/v1, https://host/v1",
        "https://user:pass@host:8443/v1, https://host:8443/v1",
        "http://a@b@host/v1?key=secret#secret, http://host/v1",
        "http://host/a@b, http://host/a@b"
    })
    void shows_an_address_without_what_may_be_secret(String url, String shown) {
        assertThat(FailureText.address(url)).isEqualTo(shown);
    }
}
