package dev.cadre.tools.path;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds files of the workspace that have another name outside of it. Their content is not the workspace's own, and no
 * path tells. Thread-safe.
 *
 * <p>All names inside are counted at once, and the counts are used for a moment, so that a search in a tree full of hard
 * links stays affordable.
 */
final class HardLinks {

    /** How many files are looked at to find the other names. */
    private static final int MAX_FILES = 200_000;

    /** How long counts are used that show all names of a file inside. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    /** How long they are used to refuse a file; a name that was just made inside is not in them. */
    private static final long VERY_FRESH = TimeUnit.MILLISECONDS.toNanos(200);

    private final Path root;
    private @Nullable Counts latest;

    HardLinks(Path root) {
        this.root = root;
    }

    private record Counts(long at, Map<Object, Integer> names) {}

    void refuseForeign(String text, Path real) {
        if (!real.startsWith(root)) {
            return;
        }
        try {
            Map<String, Object> attributes =
                    Files.readAttributes(real, "unix:nlink,isRegularFile,fileKey", LinkOption.NOFOLLOW_LINKS);
            Object key = attributes.get("fileKey");
            if (attributes.get("nlink") instanceof Integer names
                    && names > 1
                    && key != null
                    && Boolean.TRUE.equals(attributes.get("isRegularFile"))
                    && namesInside(key, names) < names) {
                throw PathSyntax.refused(text, "the same file has another name (a hard link) outside the workspace");
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // Nothing stands there, or this file system does not count names.
        }
    }

    private synchronized int namesInside(Object fileKey, int wanted) throws IOException {
        Counts counts = latest;
        long now = System.nanoTime();
        int known = counts == null ? 0 : counts.names.getOrDefault(fileKey, 1);
        long limit = known < wanted ? VERY_FRESH : FRESH;
        if (counts == null || now - counts.at > limit) {
            counts = new Counts(now, count());
            latest = counts;
        }
        return counts.names.getOrDefault(fileKey, 1);
    }

    /** Returns the files of more than one name. */
    private Map<Object, Integer> count() throws IOException {
        Map<Object, Integer> names = new HashMap<>();
        int[] seen = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                seen[0]++;
                if (attributes.isRegularFile() && attributes.fileKey() != null) {
                    names.merge(attributes.fileKey(), 1, Integer::sum);
                }
                return seen[0] < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        names.values().removeIf(count -> count == 1);
        return names;
    }
}
