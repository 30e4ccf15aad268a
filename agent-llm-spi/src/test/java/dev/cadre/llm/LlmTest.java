package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlmTest {

    private final List<String> log = new ArrayList<>();
    private final FakeClient first = new FakeClient("a", log);
    private final FakeClient second = new FakeClient("b", log);
    private final LlmRequest request = FakeClient.request("Hi");
    private final RetryPolicy twice = RetryPolicy.builder()
            .maxAttempts(2)
            .jitter(() -> 0)
            .sleeper((time, cancellation) -> log.add("pause"))
            .build();
    private final RateLimit oneAtATime =
            new RateLimit(1, Duration.ofSeconds(9), () -> 0L, (time, cancellation) -> log.add("turn after " + time));

    @Test
    void retries_each_before_it_falls_back() {
        first.fails().fails();
        second.fails();

        Llm.fallback(Llm.retrying(first, twice), Llm.retrying(second, twice)).generate(request);

        assertThat(log)
                .containsExactly(
                        "a asked for a-model",
                        "pause",
                        "a asked for a-model",
                        "b asked for b-model",
                        "pause",
                        "b asked for b-model");
    }

    @Test
    void falls_back_in_each_attempt_when_the_retry_stands_outside() {
        first.fails();
        second.fails();

        Llm.retrying(Llm.fallback(first, second), twice).generate(request);

        assertThat(log).containsExactly("a asked for a-model", "b asked for b-model", "pause", "a asked for a-model");
    }

    @Test
    void limits_every_attempt_when_the_limit_stands_inside() {
        first.fails();

        Llm.retrying(Llm.rateLimited(first, oneAtATime), twice).generate(request);

        assertThat(log).containsExactly("a asked for a-model", "pause", "turn after PT9S", "a asked for a-model");
    }

    @Test
    void limits_only_first_attempts_when_the_limit_stands_outside() {
        first.fails();

        Llm.rateLimited(Llm.retrying(first, twice), oneAtATime).generate(request);

        assertThat(log).containsExactly("a asked for a-model", "pause", "a asked for a-model");
    }

    @Test
    void spends_no_turn_on_what_the_cache_answers() {
        LlmClient client = Llm.caching(Llm.rateLimited(first, oneAtATime), LlmCache.inMemory(9));

        client.generate(request);
        client.generate(request);

        assertThat(log).containsExactly("a asked for a-model");
    }

    @Test
    void closes_what_it_wraps() {
        Llm.caching(Llm.rateLimited(Llm.retrying(first, twice), oneAtATime), LlmCache.inMemory(9))
                .close();

        assertThat(first.isClosed()).isTrue();
    }
}
