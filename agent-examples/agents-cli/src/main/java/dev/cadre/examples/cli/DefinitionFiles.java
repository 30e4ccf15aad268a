package dev.cadre.examples.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the files that paths on a command line mean: a file itself, a folder's definitions at any depth. */
final class DefinitionFiles {

    private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules", "target", "build");

    private DefinitionFiles() {}

    /** Says how a file came to be read. */
    enum Found {
        /** It was named. */
        NAMED,
        /** It stands in a folder that was named. */
        IN_FOLDER
    }

    /**
     * Returns the files in the order of the paths, those of a folder sorted.
     *
     * @throws UnusableInputException if a path names nothing, or a folder can't be read
     */
    static Map<Path, Found> of(List<Path> paths) {
        Map<Path, Found> files = new LinkedHashMap<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UnusableInputException("there is no file or folder \"" + path + "\"; check the path");
            }
            if (Files.isDirectory(path)) {
                below(path).forEach(file -> files.putIfAbsent(file, Found.IN_FOLDER));
            } else {
                files.put(path, Found.NAMED);
            }
        }
        return files;
    }

    // Two products keep agents as data in folders of their own, one in a file of a fixed name.
    private static boolean isDefinition(Path file) {
        String path = "/" + file.toString().replace('\\', '/');
        return path.endsWith(".md")
                || path.endsWith("/.roomodes")
                || (path.endsWith(".toml") && path.contains("/.codex/agents/"))
                || (path.endsWith(".json") && path.contains("/.kiro/agents/"));
    }

    private static List<Path> below(Path folder) {
        Set<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                    boolean passed =
                            !entered.equals(folder) && PASSED_OVER.contains(String.valueOf(entered.getFileName()));
                    return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    boolean link = attributes.isSymbolicLink() && !Files.isDirectory(file);
                    if ((attributes.isRegularFile() || link) && isDefinition(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path place, IOException e) {
                    // Reading it again reports it at its place; one bad file hides no other.
                    found.add(place);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UnusableInputException("the folder \"" + folder + "\" can't be read: " + e.getMessage());
        }
        return new ArrayList<>(found);
    }
}
