package dev.cadre.llm.openai;

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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"chat", "responses"})
class OpenAiFailuresTest {

    @AutoClose
    private final Loopback loopback;

    OpenAiFailuresTest(String api) {
        loopback = Loopback.of(api);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|invalid_api_key|Incorrect key|LlmAuthenticationException|check OPENAI_API_KEY",
                "429|insufficient_quota|You exceeded your current quota|LlmAuthenticationException|out of credit",
                "402|x|Insufficient credits|LlmAuthenticationException|out of credit",
                "403|x|Country not supported|LlmAuthenticationException|rights of the key",
                "404|model_not_found|no such model|LlmRequestException|no model \"gpt-6-sol\"",
                "400|invalid_value|max_tokens: too big|LlmRequestException|max_tokens: too big",
                "422|x|bad|LlmRequestException|refuses the request",
                "400|context_length_exceeded|too long|LlmContextTooLongException|shorten",
                "400|x|request exceeds the available context size|LlmContextTooLongException|shorten",
                "413|x|big|LlmContextTooLongException|shorten",
                "408|x|slow|LlmRetryableException|try again",
                "409|x|conflict|LlmRetryableException|try again",
                "429|rate_limit_exceeded|slow down|LlmRetryableException|rate_limit_exceeded",
                "500|server_error|oops|LlmRetryableException|try again",
                "503|server_error|Overloaded|LlmRetryableException|Overloaded"
            })
    void names_the_remedy(int status, String code, String message, String type, String expected) {
        assertThatThrownBy(() -> loopback.ask(WireReply.error(status, code, message)))
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
        Throwable failure = catchThrowable(() -> loopback.ask(WireReply.rateLimited(Duration.ofSeconds(7))));

        assertThat(((LlmRetryableException) failure).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5})
    void takes_an_error_within_the_stream_like_one_before_it(int after) {
        assertThatThrownBy(() -> loopback.ask(WireReply.says("Hello there").failsInStream(after, 503, "Overloaded")))
                .isInstanceOf(LlmRetryableException.class)
                .hasMessageContaining("Overloaded");
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
        assertThatThrownBy(() -> loopback.ask(WireReply.raw(400, "application/json", "{\"error\":\"plain text\"}")))
                .isInstanceOf(LlmRequestException.class)
                .hasMessageContaining("plain text");
        assertThatThrownBy(() -> loopback.ask(WireReply.raw(404, "text/plain", "404 page not found")))
                .isInstanceOf(LlmRequestException.class)
                .hasMessageContaining("such as /v1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500})
    void shows_the_key_nowhere_even_if_the_service_echoes_it(int status) {
        Throwable failure = catchThrowable(() -> loopback.ask(WireReply.error(
                status, "Incorrect key: " + Loopback.KEY + ", sk-pr**********6789. See\nthe console.")));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).doesNotContain(Loopback.KEY).doesNotContain("6789");
        assertThat(loopback.client.toString()).doesNotContain(Loopback.KEY);
    }
}
