package dev.cadre.core.registry;

import dev.cadre.core.definition.DefinitionReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Definitions in a folder and all below it, in the order of their paths; symbolic links to folders are not followed. */
record FolderSource(Scope scope, Path folder) implements Source {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_FILES = 5_000;

    @Override
    public void read(DefinitionReader reader, Sink sink) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        TreeMap<String, Path> files = new TreeMap<>();
        try {
            Files.walkFileTree(folder, Set.of(), MAX_DEPTH, collector(files, sink));
        } catch (IOException e) {
            sink.unreadable(folder.toString(), "the folder can not be listed: " + e.getMessage());
        }
        files.values().forEach(file -> sink.add(scope, file.toString(), true, reader.read(file)));
    }

    @Override
    public List<Path> folders() {
        return List.of(folder);
    }

    // Paths are compared as text with "/", so that the order is the same everywhere.
    private FileVisitor<Path> collector(TreeMap<String, Path> files, Sink sink) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean wanted = file.getFileName().toString().endsWith(".md") && Files.isRegularFile(file);
                if (wanted && files.size() < MAX_FILES) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), file);
                } else if (wanted) {
                    sink.unreadable(file.toString(), "the folder holds more than " + MAX_FILES + " files");
                    return FileVisitResult.TERMINATE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                sink.unreadable(file.toString(), "it can not be read: " + e.getMessage());
                return FileVisitResult.CONTINUE;
            }
        };
    }
}
