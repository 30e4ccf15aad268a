package dev.cadre.tools.sandbox;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.LocalSandbox;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Starts {@link SandboxMain} in another JVM, as this user or as an ordinary one. */
final class OtherJvm {

    /** The user that owns nothing. */
    private static final int NOBODY = 65534;

    private OtherJvm() {}

    /** Prepares a JVM of an ordinary user, also where this one is root's; the folder and the workspace become his. */
    static ProcessBuilder asOrdinaryUser(Path folder, Path workspace, String... arguments) throws IOException {
        if (!Files.getAttribute(workspace, "unix:uid").equals(0)) {
            return asThisUser(workspace, arguments);
        }
        List<String> classes = new ArrayList<>();
        for (Path source : classPath()) {
            Path target = folder.resolve("classes-" + classes.size());
            copy(source, target);
            classes.add(target.toString());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setAttribute(workspace, "unix:uid", NOBODY);
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY));
        command.add("--clear-groups");
        command.addAll(java(classes, workspace, arguments));
        return new ProcessBuilder(command);
    }

    /** Prepares a JVM of this user. */
    static ProcessBuilder asThisUser(Path workspace, String... arguments) {
        return new ProcessBuilder(java(classPath().stream().map(Path::toString).toList(), workspace, arguments));
    }

    private static List<String> java(List<String> classes, Path workspace, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classes), SandboxMain.class.getName()));
        command.add(arguments[0]);
        command.add(workspace.toString());
        command.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        return command;
    }

    private static List<Path> classPath() {
        return Stream.of(CancellationToken.class, LocalSandbox.class, SandboxMain.class)
                .map(OtherJvm::origin)
                .toList();
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, target.resolve(source.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
