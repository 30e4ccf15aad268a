package dev.cadre.tools.sandbox;

import dev.cadre.tools.path.ProtectedNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what holds secrets by custom at a workspace's root: {@code .env} and its variants, and the folders that hold keys
 * where a home is the workspace.
 */
final class WorkspaceSecrets {

    private static final Set<String> EXAMPLES = Set.of(".env.example", ".env.sample", ".env.template", ".env.dist");

    private WorkspaceSecrets() {}

    /** Returns them in the order of their names; in the place of a link what it leads to in the workspace. */
    static List<Path> in(Path workspace) throws IOException {
        List<Path> secrets = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(workspace, ".*")) {
            for (Path entry : entries) {
                if (isSecret(entry.getFileName().toString())) {
                    real(entry, workspace).ifPresent(secrets::add);
                }
            }
        }
        return secrets.stream()
                .distinct()
                .filter(path -> secrets.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    // What lies elsewhere is not there for commands.
    private static Optional<Path> real(Path entry, Path workspace) throws IOException {
        if (!Files.isSymbolicLink(entry)) {
            return Optional.of(entry);
        }
        if (!Files.exists(entry)) {
            return Optional.empty();
        }
        Path real = entry.toRealPath();
        return real.startsWith(workspace) && !real.equals(workspace) ? Optional.of(real) : Optional.empty();
    }

    /** Returns the names; variants such as {@code .env.local} come to them. */
    static List<String> names() {
        List<String> names = new ArrayList<>(ProtectedNames.KEY_FOLDERS);
        names.addAll(ProtectedNames.KEY_FILES);
        names.add(".env");
        names.sort(null);
        return names;
    }

    /** Returns variants of {@code .env} that hold no secrets. */
    static List<String> examples() {
        List<String> examples = new ArrayList<>(EXAMPLES);
        examples.sort(null);
        return examples;
    }

    private static boolean isSecret(String name) {
        boolean environment = name.equals(".env") || name.startsWith(".env.");
        return ProtectedNames.KEY_FOLDERS.contains(name)
                || ProtectedNames.KEY_FILES.contains(name)
                || (environment && !EXAMPLES.contains(name));
    }
}
