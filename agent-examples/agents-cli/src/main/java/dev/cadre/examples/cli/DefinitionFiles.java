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

/**
 * Holds the files that paths on a command line mean: a file itself, a folder's definitions at any depth.
 *
 * @param found the files in the order of the paths, those of a folder sorted
 * @param passedOver what stands in the folders and is not read
 */
record DefinitionFiles(Map<Path, Found> found, PassedOver passedOver) {

    private static final Set<String> NOT_ENTERED = Set.of(".git", "node_modules", "target", "build");

    /** Says how a file came to be read. */
    enum Found {
        /** It was named. */
        NAMED,
        /** It stands in a folder that was named. */
        IN_FOLDER
    }

    /**
     * Finds the files of paths.
     *
     * @throws UnusableInputException if a path names nothing, or a folder can't be read
     */
    static DefinitionFiles of(List<Path> paths) {
        Map<Path, Found> files = new LinkedHashMap<>();
        PassedOver passedOver = new PassedOver();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UnusableInputException("there is no file or folder \"" + path + "\"; check the path");
            }
            if (Files.isDirectory(path)) {
                below(path, passedOver).forEach(file -> files.putIfAbsent(file, Found.IN_FOLDER));
            } else {
                files.put(path, Found.NAMED);
            }
        }
        return new DefinitionFiles(files, passedOver);
    }

    // Two products keep agents as data in folders of their own, one in a file of a fixed name.
    private static boolean isDefinition(Path file) {
        String path = "/" + file.toString().replace('\\', '/');
        return path.endsWith(".md")
                || path.endsWith("/.roomodes")
                || (path.endsWith(".toml") && path.contains("/.codex/agents/"))
                || (path.endsWith(".json") && path.contains("/.kiro/agents/"));
    }

    private static List<Path> below(Path folder, PassedOver passedOver) {
        Set<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                    boolean passed =
                            !entered.equals(folder) && NOT_ENTERED.contains(String.valueOf(entered.getFileName()));
                    if (passed) {
                        passedOver.folder(entered);
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
                        passedOver.link(file);
                    } else if (isDefinition(file) && !attributes.isOther()) {
                        found.add(file);
                    } else {
                        passedOver.file(file);
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
