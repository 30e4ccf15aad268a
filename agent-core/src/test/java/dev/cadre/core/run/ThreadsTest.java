package dev.cadre.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    @Test
    void runs_side_by_side_and_answers_in_order() {
        CountDownLatch bothStarted = new CountDownLatch(2);

        List<Integer> answers = Threads.mapAll(List.of(1, 2), number -> {
            bothStarted.countDown();
            try {
                assertThat(bothStarted.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return number * 10;
        });

        assertThat(answers).containsExactly(10, 20);
    }

    @Test
    void throws_what_the_function_threw() {
        assertThatThrownBy(() -> Threads.mapAll(List.of(1, 2), number -> {
                    throw new IllegalArgumentException("number " + number);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number 1");
    }
}
