package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private final Instant now = Instant.parse("2026-11-20T20:00:00Z");

    @Test
    void reads_seconds() {
        assertThat(RetryAfter.parse(" 12 ", now)).contains(Duration.ofSeconds(12));
        assertThat(RetryAfter.parse("0.25", now)).contains(Duration.ofMillis(250));
    }

    @Test
    void reads_a_date() {
        assertThat(RetryAfter.parse("Fri, 20 Nov 2026 20:01:30 GMT", now)).contains(Duration.ofSeconds(90));
    }

    @Test
    void does_not_wait_for_a_date_that_has_passed() {
        assertThat(RetryAfter.parse("Fri, 20 Nov 2026 19:59:00 GMT", now)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e9", "99999999999999999999"})
    void passes_over_what_it_cannot_read(String value) {
        assertThat(RetryAfter.parse(value, now)).isEmpty();
    }
}
