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
import java.util.ArrayList;
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

    /** Asks the system to watch a folder and all below it. */
    @FunctionalInterface
    interface Registration {

        void register(WatchService service, Path folder) throws IOException;
    }

    private RegistryWatch(WatchService service) {
        this.service = service;
    }

    static RegistryWatch start(
            DefinitionRegistry registry, List<Path> folders, Registration registration, Listener listener)
            throws IOException {
        WatchService service = FileSystems.getDefault().newWatchService();
        try {
            for (Path folder : folders) {
                registration.register(service, folder);
            }
        } catch (IOException e) {
            service.close();
            throw e;
        }
        RegistryWatch watch = new RegistryWatch(service);
        Thread thread = new Thread(() -> watch.run(registry, folders, registration, listener), "cadre-registry-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    static void register(WatchService service, Path folder) throws IOException {
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
        } catch (UncheckedIOException e) {
            // A folder below can't be listed, or went away in between.
            throw new IOException(e.getCause());
        }
    }

    private void run(DefinitionRegistry registry, List<Path> folders, Registration registration, Listener listener) {
        try {
            while (true) {
                WatchKey key = service.take();
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = service.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
                }
                listener.reloaded(registry.reload(registerAgain(folders, registration)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            return;
        }
    }

    // Folders that are new since the last time are watched from now on.
    private List<Finding> registerAgain(List<Path> folders, Registration registration) {
        List<Finding> missed = new ArrayList<>();
        for (Path folder : folders) {
            try {
                registration.register(service, folder);
            } catch (IOException e) {
                String source = folder.toString();
                String message = "\"" + source + "\" or a folder below it is not watched: " + e.getMessage();
                missed.add(new Finding(Finding.Kind.UNREADABLE, List.of(source), message, null));
            }
        }
        return missed;
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
