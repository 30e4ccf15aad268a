package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what not everybody on the host may read. The owner's bits do not help against an owner: as root, and that is what
 * many containers run as, commands could read the password file else.
 */
final class SystemSecrets {

    private static final List<String> READABLE_BUT_SECRET =
            List.of("environment", "gitconfig", "npmrc", "pip.conf", "netrc", "wgetrc", "curlrc");

    private SystemSecrets() {}

    /** Returns files and folders below a folder that others than owner and group may not read; links are not followed. */
    static List<Path> in(Path folder) throws IOException {
        List<Path> secrets = new ArrayList<>();
        for (String name : READABLE_BUT_SECRET) {
            Path path = folder.resolve(name);
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                secrets.add(path);
            }
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                if (isOpen(path, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE)) {
                    return FileVisitResult.CONTINUE;
                }
                secrets.add(path);
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink() && !isOpen(path, PosixFilePermission.OTHERS_READ)) {
                    secrets.add(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) {
                secrets.add(path);
                return FileVisitResult.CONTINUE;
            }
        });
        return secrets;
    }

    /** Returns files of the kernel that others than root may not read, where this process may. */
    static List<Path> ofKernel(Path proc) throws IOException {
        List<Path> secrets = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(proc, "[a-z]*")) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.isReadable(file)
                        && !isOpen(file, PosixFilePermission.OTHERS_READ)) {
                    secrets.add(file);
                }
            }
        }
        return secrets;
    }

    private static boolean isOpen(Path path, PosixFilePermission... needed) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .permissions()
                .containsAll(List.of(needed));
    }
}
