package dev.cadre.tools.path;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens files that may have become pipes since they were looked at. Opening a pipe without a writer blocks for ever and
 * can't be interrupted, so it is done on a thread that may be left behind.
 */
final class TimedOpening {

    private static final long SECONDS = 10;

    private TimedOpening() {}

    static InputStream open(Callable<InputStream> opening) throws IOException {
        FutureTask<InputStream> task = new FutureTask<>(opening);
        Thread thread = new Thread(task, "cadre-open");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
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
}
