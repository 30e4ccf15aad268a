package dev.cadre.tools.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the host's programs on its own search path, never in a workspace. */
final class HostCommands {

    private HostCommands() {}

    /** Finds a program; folders that are relative or lie in the workspace do not count. */
    static Optional<Path> find(String name, Path workspace) {
        String searchPath = System.getenv("PATH");
        for (String entry : (searchPath == null ? "/usr/bin:/bin" : searchPath).split(File.pathSeparator, -1)) {
            Optional<Path> found = in(entry, name, workspace);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> in(String folder, String name, Path workspace) {
        try {
            Path path = Path.of(folder).resolve(name);
            return path.isAbsolute() && !path.normalize().startsWith(workspace) && Files.isExecutable(path)
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
