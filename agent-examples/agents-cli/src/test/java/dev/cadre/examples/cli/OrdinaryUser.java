package dev.cadre.examples.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Runs programs with the rights of a user who is not root: this one, or where this one is root the user that owns nothing.
 * The agents command is started from a copy, since that user can't read the folders of root.
 */
final class OrdinaryUser {

    private static final int NOBODY = 65534;

    private final Path folder;
    private final Path home;
    private final boolean isOtherUser;
    private final String classPath;

    private OrdinaryUser(Path folder, Path home, boolean isOtherUser) throws IOException {
        this.folder = folder;
        this.home = home;
        this.isOtherUser = isOtherUser;
        this.classPath = isOtherUser ? copiedClassPath() : System.getProperty("java.class.path");
    }

    /** Prepares a folder that belongs to the user, with a home in it. */
    static OrdinaryUser in(Path folder) throws IOException {
        boolean isRoot = Files.getAttribute(folder, "unix:uid").equals(0);
        Path home = Files.createDirectory(folder.resolve("home"));
        OrdinaryUser user = new OrdinaryUser(folder, home, isRoot);
        if (isRoot) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setAttribute(home, "unix:uid", NOBODY);
        }
        return user;
    }

    Path home() {
        return home;
    }

    /** Says who runs things, for reports. */
    String name() {
        return isOtherUser ? "user " + NOBODY + ", started by root" : System.getProperty("user.name");
    }

    /** Makes a folder that belongs to the user. */
    Path folder(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        if (isOtherUser) {
            Files.setAttribute(made, "unix:uid", NOBODY);
        }
        return made;
    }

    /** Runs a script of the shell and returns its exit code. */
    int shell(Path directory, String script) throws IOException {
        Process process = builder(List.of("/bin/bash", "-c", script))
                .directory(directory.toFile())
                .start();
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        return process.onExit().join().exitValue();
    }

    /** Runs the agents command and returns what it printed to standard output. */
    String agents(String input, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = builder(command).directory(home.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            try (var out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        sent.join();
        return answer;
    }

    private ProcessBuilder builder(List<String> command) {
        List<String> all = new ArrayList<>();
        if (isOtherUser) {
            all.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", home.toString());
        return builder;
    }

    private String copiedClassPath() throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path source = Path.of(entry);
            if (Files.exists(source)) {
                Path target = folder.resolve("classes-" + copies.size() + "-" + source.getFileName());
                copy(source, target);
                copies.add(target.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(target.resolve(source.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        file.equals(source)
                                ? target
                                : target.resolve(source.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
