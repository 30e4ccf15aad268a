package dev.cadre.tools.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimedOpeningTest {

    @Test
    void gives_up_on_what_does_not_open_and_closes_it_later() throws Exception {
        CountDownLatch writer = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        InputStream late = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.countDown();
            }
        };

        assertThatThrownBy(() -> TimedOpening.open(
                        () -> {
                            writer.await();
                            return late;
                        },
                        Duration.ofMillis(1)))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("it does not open");
        writer.countDown();

        closed.await();
    }

    @Test
    void passes_streams_and_failures_on() throws Exception {
        InputStream in = new ByteArrayInputStream(new byte[] {7});

        assertThat(TimedOpening.open(() -> in, TimedOpening.PATIENCE)).isSameAs(in);
        assertThatThrownBy(() -> TimedOpening.open(
                        () -> {
                            throw new FileNotFoundException("gone");
                        },
                        TimedOpening.PATIENCE))
                .isInstanceOf(FileNotFoundException.class);
    }
}
