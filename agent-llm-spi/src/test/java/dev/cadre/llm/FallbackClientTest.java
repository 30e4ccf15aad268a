package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallbackClientTest {

    private final List<String> log = new ArrayList<>();
    private final FakeClient first = new FakeClient("a", log);
    private final FakeClient second = new FakeClient("b", log);
    private final FakeClient third = new FakeClient("c", log);
    private final LlmClient client = Llm.fallback(first, second, third);
    private final LlmRequest request = FakeClient.request("Hi");

    @Test
    void asks_only_the_first_while_it_answers() {
        assertThat(client.generate(request).message().text()).isEqualTo("from a");
        assertThat(log).containsExactly("a asked for a-model");
    }

    @Test
    void asks_in_order_and_each_for_its_own_model() {
        first.fails();
        second.fails(new LlmAuthenticationException("no key", null));

        assertThat(client.generate(request).message().text()).isEqualTo("from c");
        assertThat(log).containsExactly("a asked for a-model", "b asked for b-model", "c asked for c-model");
    }

    @Test
    void does_not_ask_another_after_cancellation_or_a_bad_request() {
        first.fails(new LlmCancelledException("cancelled", null)).fails(new LlmRequestException("bad", null));

        assertThatThrownBy(() -> client.generate(request)).isInstanceOf(LlmCancelledException.class);
        assertThatThrownBy(() -> client.generate(request)).isInstanceOf(LlmRequestException.class);
        assertThat(log).containsExactly("a asked for a-model", "a asked for a-model");
    }

    @Test
    void throws_the_failure_that_may_pass_with_the_others_suppressed() {
        LlmException overloaded = new LlmRetryableException("overloaded", Duration.ofSeconds(3), null);
        LlmException keyless = new LlmAuthenticationException("no key", null);
        LlmException tooLong = new LlmContextTooLongException("too long", null);
        first.fails(keyless);
        second.fails(overloaded);
        third.fails(tooLong);

        assertThatThrownBy(() -> client.generate(request))
                .isSameAs(overloaded)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(keyless, tooLong));
    }

    @Test
    void takes_back_what_a_failed_client_told() {
        first.failsAfter("half an ans", new LlmRetryableException("cut", null, null));
        List<String> told = new ArrayList<>();

        client.generate(request, new RecordingListener(told), CancellationToken.create());

        assertThat(told).containsExactly("half an ans", "restart", "from b");
    }

    @Test
    void is_the_first_to_those_who_ask_and_closes_all() {
        client.close();

        assertThat(client.defaultModel()).isEqualTo("a-model");
        assertThat(client.resolveModel("x")).contains("x");
        assertThat(List.of(first, second, third)).allMatch(FakeClient::isClosed);
    }
}
