package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlmExceptionTest {

    @Test
    void carries_the_request_id_of_every_leaf_that_a_provider_throws() {
        List<LlmException> failures = List.of(
                new LlmAuthenticationException("m", "req-1", null),
                new LlmContextTooLongException("m", "req-1", null),
                new LlmRequestException("m", "req-1", null),
                new LlmRetryableException("m", Duration.ofSeconds(3), "req-1", null));

        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure.requestId()).contains("req-1"));
    }

    @Test
    void has_no_request_id_where_the_provider_gave_none() {
        assertThat(new LlmRequestException("m", null).requestId()).isEmpty();
    }
}
