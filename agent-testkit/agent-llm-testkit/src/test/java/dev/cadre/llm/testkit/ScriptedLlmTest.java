package dev.cadre.llm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptedLlmTest {

    private final LlmRequest request =
            LlmRequest.builder(ScriptedLlm.MODEL, List.of(Message.user("Hi"))).build();

    @Test
    void answers_step_by_step_and_streams_text() {
        ScriptedLlm llm = ScriptedLlm.script()
                .callsTool("Read", Map.of("file_path", "a"))
                .says("done")
                .build();
        StringBuilder streamed = new StringBuilder();
        LlmListener listener = new LlmListener() {
            @Override
            public void onText(String delta) {
                streamed.append(delta);
            }
        };

        assertThat(llm.generate(request).message().toolCalls()).hasSize(1);
        assertThat(llm.generate(request, listener, CancellationToken.create())
                        .message()
                        .text())
                .isEqualTo("done");
        assertThat(streamed).hasToString("done");
        assertThat(llm.requests()).hasSize(2);
    }

    @Test
    void fails_when_called_beyond_the_script() {
        ScriptedLlm llm = ScriptedLlm.script().build();

        assertThatThrownBy(() -> llm.generate(request))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("call 1 was made");
    }

    @Test
    void fails_when_steps_are_left() {
        ScriptedLlm llm = ScriptedLlm.script().says("never").build();

        assertThatThrownBy(llm::assertFinished)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("only 0 were used");
    }

    @Test
    void fails_as_a_provider_does() {
        ScriptedLlm llm = ScriptedLlm.script()
                .fails(new LlmRetryableException("overloaded", null, null))
                .build();

        assertThatThrownBy(() -> llm.generate(request)).isInstanceOf(LlmRetryableException.class);
    }

    @Test
    void checks_what_a_step_expects() {
        ScriptedLlm llm = ScriptedLlm.script()
                .says("never")
                .expecting(seen -> assertThat(seen.system()).isNotEmpty())
                .build();

        assertThatThrownBy(() -> llm.generate(request)).isInstanceOf(AssertionError.class);
    }

    @Test
    void makes_no_call_when_cancelled() {
        ScriptedLlm llm = ScriptedLlm.script().says("never").build();
        CancellationToken token = CancellationToken.create();
        token.cancel();

        assertThatThrownBy(() -> llm.generate(request, LlmListener.none(), token))
                .isInstanceOf(LlmCancelledException.class);
        assertThat(llm.requests()).isEmpty();
    }

    @Test
    void streams_piece_by_piece() {
        List<String> told = new ArrayList<>();
        ScriptedLlm llm = ScriptedLlm.script().streams("one ", "two").build();

        assertThat(llm.generate(request, telling(told), CancellationToken.create())
                        .message()
                        .text())
                .isEqualTo("one two");
        assertThat(told).containsExactly("one ", "two");
    }

    @Test
    void breaks_off_after_what_it_told() {
        List<String> told = new ArrayList<>();
        ScriptedLlm llm = ScriptedLlm.script()
                .breaksOff("half", new LlmRetryableException("cut", null, null))
                .build();

        assertThatThrownBy(() -> llm.generate(request, telling(told), CancellationToken.create()))
                .isInstanceOf(LlmRetryableException.class);
        assertThat(told).containsExactly("half");
    }

    @Test
    void takes_the_time_of_a_clock_that_nobody_waits_for() {
        ManualClock clock = ManualClock.create();
        ScriptedLlm llm = ScriptedLlm.script()
                .says("slow")
                .taking(Duration.ofMinutes(3), clock)
                .build();

        llm.generate(request);

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T00:03:00Z"));
        assertThat(clock.nanoTime()).isEqualTo(180_000_000_000L);
    }

    private static LlmListener telling(List<String> told) {
        return new LlmListener() {
            @Override
            public void onText(String delta) {
                told.add(delta);
            }
        };
    }
}
