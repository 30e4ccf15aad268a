package dev.cadre.tools.path;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Opens files that may have become pipes since they were looked at. Opening a pipe without a writer blocks for ever and
 * can't be interrupted, so it is done on a thread that may be left behind.
 */
final class TimedOpening {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private TimedOpening() {}

    static InputStream open(Callable<InputStream> opening, Duration patience) throws IOException {
        AtomicBoolean abandoned = new AtomicBoolean();
        FutureTask<InputStream> task = new FutureTask<>(() -> closeIf(abandoned, opening.call()));
        Thread thread = new Thread(task, "cadre-open");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abandoned.set(true);
            throw new FileSystemException("", null, "it does not open");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        }
    }

    /** Nobody waits any more for what opens after all. */
    private static InputStream closeIf(AtomicBoolean abandoned, InputStream in) throws IOException {
        if (abandoned.get()) {
            in.close();
        }
        return in;
    }
}
