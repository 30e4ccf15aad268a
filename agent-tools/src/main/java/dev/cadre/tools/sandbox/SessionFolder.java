package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Holds the files of one sandbox on the host, in a private folder. Only {@link #control()} is writable inside.
 *
 * @param path the folder; nobody but its owner may enter
 */
record SessionFolder(Path path) {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    static SessionFolder create() throws IOException {
        // What is bound must be named by its real path, else a link could change what is shown.
        Path path = Files.createTempDirectory("cadre-sandbox-", PosixFilePermissions.asFileAttribute(PRIVATE))
                .toRealPath();
        SessionFolder folder = new SessionFolder(path);
        for (Path part : new Path[] {folder.control(), folder.start(), folder.root(), folder.noFolder()}) {
            Files.createDirectory(part, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
        Files.createFile(folder.noFile());
        // Commands have the same user id. What can't be read can't be traced or looked into once it runs.
        Path init = folder.start().resolve("init");
        Files.copy(Path.of("/bin/bash"), init);
        Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("--x--x--x"));
        Files.writeString(folder.start().resolve("supervisor"), script("supervisor"));
        Files.writeString(folder.start().resolve("forwarder"), resource("forwarder.pl"));
        Files.setPosixFilePermissions(folder.noFolder(), PosixFilePermissions.fromString("r-xr-xr-x"));
        return folder;
    }

    /** Returns the folder through which outputs leave. */
    Path control() {
        return path.resolve("control");
    }

    /** Returns the folder of the supervisor. */
    Path start() {
        return path.resolve("start");
    }

    /** Returns an empty folder, the place of the new root. */
    Path root() {
        return path.resolve("root");
    }

    /** Returns an empty folder that nobody can write. */
    Path noFolder() {
        return path.resolve("no-folder");
    }

    /** Returns an empty file, to be shown in place of secrets. */
    Path noFile() {
        return path.resolve("no-file");
    }

    /** Returns the file that takes what goes wrong before the supervisor is ready. */
    Path startErrors() {
        return path.resolve("start-errors");
    }

    /** Returns the text of a script for bash. */
    static String script(String name) {
        return resource(name + ".bash");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(SessionFolder.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the folder with all that is in it; links in it are not followed. */
    void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
