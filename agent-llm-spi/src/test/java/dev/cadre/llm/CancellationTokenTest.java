package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTokenTest {

    private final CancellationToken token = CancellationToken.create();
    private final List<String> ran = new ArrayList<>();

    @Test
    void runs_actions_in_order_and_once() {
        token.onCancel(() -> ran.add("first"));
        token.onCancel(() -> ran.add("second"));

        token.cancel();
        token.cancel();

        assertThat(ran).containsExactly("first", "second");
        assertThat(token.isCancelled()).isTrue();
    }

    @Test
    void forgets_an_action_whose_registration_is_closed() {
        try (CancellationToken.Registration registration = token.onCancel(() -> ran.add("never"))) {
            assertThat(registration).isNotNull();
        }

        token.cancel();

        assertThat(ran).isEmpty();
    }

    @Test
    void runs_an_action_at_once_when_already_cancelled() {
        token.cancel();

        token.onCancel(() -> ran.add("late"));

        assertThat(ran).containsExactly("late");
    }
}
