package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
        Files.writeString(folder.start().resolve("filter.pl"), resource("filter.pl"));
        Files.write(folder.filter(), SystemCallFilter.program());
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

    /** Returns the program that refuses some system calls. */
    Path filter() {
        return start().resolve("filter");
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

    /** Returns the folder through which outputs leave, open again if a command closed it. */
    Path openControl() throws IOException {
        Files.setPosixFilePermissions(control(), PRIVATE);
        return control();
    }

    /** Removes the folder with all that is in it; links in it are not followed. */
    void delete() throws IOException {
        if (Files.exists(path)) {
            delete(path);
        }
    }

    // A walk of the JDK would stop at a folder that a command closed.
    private static void delete(Path place) throws IOException {
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(place, PRIVATE);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
                for (Path entry : entries) {
                    delete(entry);
                }
            }
        }
        Files.deleteIfExists(place);
    }
}
