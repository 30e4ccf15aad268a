package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the files at a workspace's root that hold secrets by custom: {@code .env} and its variants. */
final class WorkspaceSecrets {

    private static final Set<String> EXAMPLES = Set.of(".env.example", ".env.sample", ".env.template", ".env.dist");

    private WorkspaceSecrets() {}

    /** Returns them in the order of their names. */
    static List<Path> in(Path workspace) throws IOException {
        List<Path> secrets = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(workspace, ".env*")) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean secret = (name.equals(".env") || name.startsWith(".env.")) && !EXAMPLES.contains(name);
                if (secret && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    secrets.add(entry);
                }
            }
        }
        secrets.sort(null);
        return secrets;
    }
}
