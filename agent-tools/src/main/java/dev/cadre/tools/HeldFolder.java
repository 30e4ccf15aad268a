package dev.cadre.tools;

import dev.cadre.tools.path.OpenFolder;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who still needs an open folder, and closes it after the last. Held once when made. */
final class HeldFolder {

    private final OpenFolder folder;
    private final AtomicInteger holders = new AtomicInteger(1);

    HeldFolder(OpenFolder folder) {
        this.folder = folder;
    }

    OpenFolder folder() {
        return folder;
    }

    void retain() {
        holders.incrementAndGet();
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            try {
                folder.close();
            } catch (IOException e) {
                // Nothing was written through it.
            }
        }
    }
}
