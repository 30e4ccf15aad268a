package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CachingClientTest {

    private final List<String> log = new ArrayList<>();
    private final FakeClient fake = new FakeClient("a", log);
    private final LlmClient client = Llm.caching(fake, LlmCache.inMemory(2));

    @Test
    void asks_once_for_equal_requests() {
        List<String> told = new ArrayList<>();

        LlmResponse first = client.generate(FakeClient.request("Hi"));
        LlmResponse second =
                client.generate(FakeClient.request("Hi"), new RecordingListener(told), CancellationToken.create());

        assertThat(log).hasSize(1);
        assertThat(second.message()).isEqualTo(first.message());
        assertThat(first.usage().total()).isEqualTo(15);
        assertThat(second.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(told).containsExactly("from a");
    }

    @Test
    void asks_again_when_any_part_differs() {
        LlmRequest request = FakeClient.request("Hi");
        ToolSpec tool = new ToolSpec("Read", "Reads.", Map.of("type", "object"));

        client.generate(request);
        client.generate(request.toBuilder().system("Be brief.").build());
        client.generate(request.toBuilder().tools(List.of(tool)).build());
        client.generate(request.toBuilder()
                .options(RequestOptions.builder().maxTokens(5).build())
                .build());
        client.generate(request.toBuilder().model("other").build());

        assertThat(log).hasSize(5);
    }

    @Test
    void forgets_the_answer_that_was_used_longest_ago() {
        client.generate(FakeClient.request("1"));
        client.generate(FakeClient.request("2"));
        client.generate(FakeClient.request("1"));
        client.generate(FakeClient.request("3"));
        log.clear();

        client.generate(FakeClient.request("1"));
        assertThat(log).isEmpty();
        client.generate(FakeClient.request("2"));
        assertThat(log).hasSize(1);
    }

    @Test
    void keeps_neither_failures_nor_refusals() {
        fake.fails().stopsWith(StopReason.REFUSAL);

        assertThatThrownBy(() -> client.generate(FakeClient.request("Hi"))).isInstanceOf(LlmRetryableException.class);
        client.generate(FakeClient.request("Hi"));
        client.generate(FakeClient.request("Hi"));

        assertThat(log).hasSize(3);
    }
}
