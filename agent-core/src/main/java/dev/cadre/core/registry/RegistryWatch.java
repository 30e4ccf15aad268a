package dev.cadre.core.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Watches the folders of a registry and reloads it after changes, on one daemon thread, until it is closed.
 *
 * <p>Folders that do not exist yet are not watched.
 */
public final class RegistryWatch implements AutoCloseable {

    // Editors write a file in several steps; one reload for all of them is enough.
    private static final long SETTLE_MILLIS = 50;

    private final WatchService service;

    /** Hears of reloads. */
    @FunctionalInterface
    public interface Listener {

        /** Is called on the watching thread after each reload. Implementations must return soon and not throw. */
        void reloaded(Snapshot snapshot);
    }

    private RegistryWatch(WatchService service) {
        this.service = service;
    }

    static RegistryWatch start(DefinitionRegistry registry, List<Path> folders, Listener listener) throws IOException {
        WatchService service = FileSystems.getDefault().newWatchService();
        for (Path folder : folders) {
            register(service, folder);
        }
        RegistryWatch watch = new RegistryWatch(service);
        Thread thread = new Thread(() -> watch.run(registry, folders, listener), "cadre-registry-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private static void register(WatchService service, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> folders = Files.walk(folder, 8).filter(Files::isDirectory)) {
            for (Path each : folders.toList()) {
                each.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }

    private void run(DefinitionRegistry registry, List<Path> folders, Listener listener) {
        try {
            while (true) {
                WatchKey key = service.take();
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = service.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
                }
                for (Path folder : folders) {
                    register(service, folder);
                }
                listener.reloaded(registry.reload());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException | IOException e) {
            // Closed, or the folders are gone: there is nothing left to watch.
            return;
        }
    }

    /** Ends the watching; a reload that is under way may still be reported. */
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
