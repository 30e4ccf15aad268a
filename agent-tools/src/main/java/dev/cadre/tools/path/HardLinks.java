package dev.cadre.tools.path;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * Finds files of the workspace that have another name outside of it. Their content is not the workspace's own, and no
 * path tells.
 */
final class HardLinks {

    /** How many files are looked at to find the other names. */
    private static final int MAX_FILES = 200_000;

    private HardLinks() {}

    static void refuseForeign(String text, Path root, Path real) {
        if (!real.startsWith(root)) {
            return;
        }
        try {
            Map<String, Object> attributes =
                    Files.readAttributes(real, "unix:nlink,isRegularFile,fileKey", LinkOption.NOFOLLOW_LINKS);
            if (attributes.get("nlink") instanceof Integer names
                    && names > 1
                    && Boolean.TRUE.equals(attributes.get("isRegularFile"))
                    && namesInside(root, String.valueOf(attributes.get("fileKey"))) < names) {
                throw PathSyntax.refused(text, "the same file has another name (a hard link) outside the workspace");
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // Nothing stands there, or this file system does not count names.
        }
    }

    private static int namesInside(Path root, String fileKey) throws IOException {
        int[] found = {0};
        int[] seen = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                seen[0]++;
                if (fileKey.equals(String.valueOf(attributes.fileKey()))) {
                    found[0]++;
                }
                return seen[0] < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found[0];
    }
}
