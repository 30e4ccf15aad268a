package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryingClientTest {

    private final List<String> log = new ArrayList<>();
    private final FakeClient fake = new FakeClient("a", log);
    private final RetryPolicy policy = RetryPolicy.builder()
            .maxAttempts(5)
            .maxPause(Duration.ofSeconds(4))
            .jitter(() -> 0)
            .sleeper((time, cancellation) -> log.add("slept " + time))
            .build();
    private final LlmClient client = Llm.retrying(fake, policy);
    private final LlmRequest request = FakeClient.request("Hi");

    @Test
    void doubles_its_pauses_up_to_the_longest() {
        fake.fails().fails().fails().fails();

        client.generate(request);

        assertThat(log)
                .containsExactly(
                        "a asked for a-model",
                        "slept PT1S",
                        "a asked for a-model",
                        "slept PT2S",
                        "a asked for a-model",
                        "slept PT4S",
                        "a asked for a-model",
                        "slept PT4S",
                        "a asked for a-model");
    }

    @Test
    void gives_up_after_the_last_attempt() {
        fake.fails().fails().fails().fails().fails();

        assertThatThrownBy(() -> client.generate(request)).isInstanceOf(LlmRetryableException.class);
        assertThat(log).filteredOn(entry -> entry.startsWith("a asked")).hasSize(5);
        assertThat(log).last().isEqualTo("a asked for a-model");
    }

    @Test
    void waits_as_long_as_the_provider_asks() {
        fake.fails(new LlmRetryableException("limited", Duration.ofSeconds(3), null))
                .fails(new LlmRetryableException("limited", Duration.ofMillis(1), null));

        client.generate(request);

        assertThat(log).contains("slept PT3S").contains("slept PT2S");
    }

    @Test
    void does_not_wait_longer_than_its_longest_pause() {
        fake.fails(new LlmRetryableException("limited", Duration.ofHours(1), null));

        assertThatThrownBy(() -> client.generate(request)).isInstanceOf(LlmRetryableException.class);
        assertThat(log).containsExactly("a asked for a-model");
    }

    @Test
    void repeats_nothing_that_will_not_pass() {
        fake.fails(new LlmAuthenticationException("no key", null));

        assertThatThrownBy(() -> client.generate(request)).isInstanceOf(LlmAuthenticationException.class);
        assertThat(log).containsExactly("a asked for a-model");
    }

    @Test
    void shortens_pauses_by_chance() {
        RetryPolicy jittered = RetryPolicy.builder().jitter(() -> 0.5).build();

        assertThat(jittered.pauseAfter(1)).isEqualTo(Duration.ofMillis(750));
        assertThat(jittered.pauseAfter(3)).isEqualTo(Duration.ofSeconds(3));
        assertThat(jittered.pauseAfter(60)).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void ends_when_cancelled_during_a_pause() {
        CancellationToken token = CancellationToken.create();
        LlmClient cancelled = Llm.retrying(
                fake.fails(),
                RetryPolicy.builder()
                        .sleeper((time, cancellation) -> token.cancel())
                        .build());

        assertThatThrownBy(() -> cancelled.generate(request, LlmListener.none(), token))
                .isInstanceOf(LlmCancelledException.class);
        assertThat(log).containsExactly("a asked for a-model");
    }

    @Test
    void ends_when_interrupted_and_keeps_the_flag() {
        LlmClient interrupted = Llm.retrying(
                fake.fails(),
                RetryPolicy.builder()
                        .sleeper((time, cancellation) -> {
                            throw new InterruptedException();
                        })
                        .build());

        assertThatThrownBy(() -> interrupted.generate(request)).isInstanceOf(LlmCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void the_sleeper_of_the_system_ends_at_once_when_cancelled() throws InterruptedException {
        CancellationToken token = CancellationToken.create();
        token.cancel();

        Sleeper.system().sleep(Duration.ofDays(1), token);

        assertThat(token.isCancelled()).isTrue();
    }

    @Test
    void takes_back_what_a_failed_attempt_told() {
        fake.failsAfter("half", new LlmRetryableException("cut", null, null));
        List<String> told = new ArrayList<>();

        client.generate(request, new RecordingListener(told), CancellationToken.create());

        assertThat(told).containsExactly("half", "restart", "from a");
    }
}
