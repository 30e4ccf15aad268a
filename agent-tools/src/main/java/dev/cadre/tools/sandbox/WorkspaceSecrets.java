package dev.cadre.tools.sandbox;

import dev.cadre.tools.path.ProtectedNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what holds secrets by custom at a workspace's root: {@code .env} and its variants, and the folders that hold keys
 * where a home is the workspace.
 */
final class WorkspaceSecrets {

    private static final Set<String> EXAMPLES = Set.of(".env.example", ".env.sample", ".env.template", ".env.dist");

    private WorkspaceSecrets() {}

    /** Returns them in the order of their names; links are left out, what they lead to is found where it is. */
    static List<Path> in(Path workspace) throws IOException {
        List<Path> secrets = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(workspace, ".*")) {
            for (Path entry : entries) {
                if (isSecret(entry.getFileName().toString()) && !Files.isSymbolicLink(entry)) {
                    secrets.add(entry);
                }
            }
        }
        secrets.sort(null);
        return secrets;
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
