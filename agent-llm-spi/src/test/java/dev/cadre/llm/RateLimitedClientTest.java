package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitedClientTest {

    private final List<String> log = new ArrayList<>();
    private final FakeClient fake = new FakeClient("a", log);
    private final LlmRequest request = FakeClient.request("Hi");
    private long now;

    @Test
    void lets_no_more_calls_begin_in_any_period() {
        LlmClient client = Llm.rateLimited(fake, limit());

        client.generate(request);
        now += Duration.ofSeconds(4).toNanos();
        client.generate(request);
        client.generate(request);
        client.generate(request);

        assertThat(log)
                .containsExactly(
                        "a asked for a-model",
                        "a asked for a-model",
                        "slept PT6S",
                        "a asked for a-model",
                        "slept PT4S",
                        "a asked for a-model");
    }

    @Test
    void does_not_hold_calls_back_that_come_slowly() {
        LlmClient client = Llm.rateLimited(fake, limit());

        for (int i = 0; i < 5; i++) {
            client.generate(request);
            now += Duration.ofSeconds(5).toNanos();
        }

        assertThat(log).hasSize(5).containsOnly("a asked for a-model");
    }

    @Test
    void makes_no_call_when_cancelled_while_it_waits() {
        CancellationToken token = CancellationToken.create();
        LlmClient client = Llm.rateLimited(
                fake, new RateLimit(1, Duration.ofSeconds(10), () -> now, (time, cancellation) -> token.cancel()));
        client.generate(request);

        assertThatThrownBy(() -> client.generate(request, LlmListener.none(), token))
                .isInstanceOf(LlmCancelledException.class);
        assertThat(log).hasSize(1);
    }

    @Test
    void refuses_limits_that_let_nothing_pass() {
        assertThatThrownBy(() -> RateLimit.perMinute(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0 in PT1M");
    }

    private RateLimit limit() {
        return new RateLimit(2, Duration.ofSeconds(10), () -> now, (time, cancellation) -> {
            log.add("slept " + time);
            now += time.toNanos();
        });
    }
}
