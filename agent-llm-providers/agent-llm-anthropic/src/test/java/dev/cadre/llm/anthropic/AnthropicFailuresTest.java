package dev.cadre.llm.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmContextTooLongException;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.testkit.wire.WireReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicFailuresTest {

    @AutoClose
    private final Loopback loopback = new Loopback();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|invalid x-api-key|LlmAuthenticationException|check ANTHROPIC_API_KEY",
                "402|no money|LlmAuthenticationException|out of credit",
                "400|Your credit balance is too low|LlmAuthenticationException|out of credit",
                "403|not allowed|LlmAuthenticationException|rights of the key",
                "404|model: nope|LlmRequestException|no model \"claude-sonnet-5-5\"",
                "400|max_tokens: too big|LlmRequestException|max_tokens: too big",
                "422|bad|LlmRequestException|refuses the request",
                "400|prompt is too long: 9 tokens > 8 maximum|LlmContextTooLongException|shorten",
                "413|Request exceeds the maximum size|LlmContextTooLongException|shorten",
                "408|slow|LlmRetryableException|try again",
                "409|conflict|LlmRetryableException|try again",
                "429|slow down|LlmRetryableException|rate_limit_error",
                "500|oops|LlmRetryableException|try again",
                "529|Overloaded|LlmRetryableException|overloaded_error"
            })
    void names_the_remedy(int status, String message, String type, String expected) {
        assertThatThrownBy(() -> loopback.ask(WireReply.error(status, message)))
                .hasMessageContaining(expected)
                .satisfies(failure -> {
                    assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
                    assertThat(failure.getMessage()).doesNotContain("\n");
                    assertThat(((LlmException) failure).requestId()).contains(WireReply.REQUEST_ID);
                });
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void carries_the_wait_that_the_service_asks_for() {
        assertThat(retryAfter(WireReply.rateLimited(Duration.ofSeconds(7)))).isEqualTo(Duration.ofSeconds(7));
        assertThat(retryAfter(WireReply.overloaded().header("retry-after-ms", "250")))
                .isEqualTo(Duration.ofMillis(250));
        assertThat(retryAfter(WireReply.overloaded()
                        .header("date", "Fri, 20 Nov 2026 20:00:00 GMT")
                        .header("retry-after", "Fri, 20 Nov 2026 20:00:09 GMT")))
                .isEqualTo(Duration.ofSeconds(9));
    }

    private Duration retryAfter(WireReply reply) {
        Throwable failure = catchThrowable(() -> loopback.ask(reply));
        return ((LlmRetryableException) failure).retryAfter().orElseThrow();
    }

    @Test
    void waits_no_given_time_where_the_service_names_none() {
        Throwable failure = catchThrowable(() -> loopback.ask(WireReply.overloaded()));

        assertThat(((LlmRetryableException) failure).retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5})
    void takes_an_error_within_the_stream_like_one_before_it(int after) {
        assertThatThrownBy(() -> loopback.ask(WireReply.says("Hello there").failsInStream(after, 529, "Overloaded")))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("529 overloaded_error");
        assertThatThrownBy(() -> loopback.ask(WireReply.says("Hello there").failsInStream(after, 401, "who?")))
                .isInstanceOf(LlmAuthenticationException.class);
    }

    @Test
    void knows_the_context_limit_of_the_service() {
        assertThatThrownBy(() -> loopback.ask(WireReply.contextTooLong()))
                .isInstanceOf(LlmContextTooLongException.class);
    }

    @Test
    void bears_errors_that_are_not_in_the_form_of_the_service() {
        assertThatThrownBy(() -> loopback.ask(WireReply.raw(502, "text/html", "<html>Bad gateway</html>")))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("502");
        assertThatThrownBy(() -> loopback.ask(WireReply.raw(400, "application/json", "{\"error\":\"text\"}")))
                .isInstanceOf(LlmRequestException.class);
        assertThatThrownBy(() -> loopback.ask(WireReply.raw(429, "application/json", "")))
                .isInstanceOf(LlmRetryableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500})
    void shows_the_key_nowhere_even_if_the_service_echoes_it(int status) {
        Throwable failure = catchThrowable(
                () -> loopback.ask(WireReply.error(status, "the key " + Loopback.KEY + " is\nnot known")));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).doesNotContain(Loopback.KEY);
        assertThat(loopback.client.toString()).doesNotContain(Loopback.KEY);
    }
}
