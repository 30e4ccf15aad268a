package dev.cadre.core.registry;

import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectDetector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Definitions in a folder and all below it, in the order of their paths; symbolic links to folders are not followed.
 *
 * @param scope who provides them
 * @param folder the folder
 * @param plugin the name of the plugin that they belong to; empty if to none
 */
record FolderSource(Scope scope, Path folder, String plugin) implements Source {

    FolderSource(Scope scope, Path folder) {
        this(scope, folder, "");
    }

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
        files.values().forEach(file -> read(reader, file, sink));
    }

    private void read(DefinitionReader reader, Path file, Sink sink) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(DefinitionReader.MAX_BYTES + 1);
            reader.readAll(file.toString(), bytes)
                    .forEach(reading -> sink.discovered(scope, file.toString(), before(file), reading));
        } catch (IOException e) {
            sink.unreadable(file.toString(), "it can not be read: " + e.getMessage());
        }
    }

    // In a plugin the folders below this one are a part of the id.
    private String before(Path file) {
        if (plugin.isEmpty()) {
            return "";
        }
        StringBuilder before = new StringBuilder(plugin).append(':');
        Path below = folder.relativize(file).getParent();
        if (below != null) {
            below.forEach(part -> before.append(part).append(':'));
        }
        return before.toString();
    }

    @Override
    public List<Path> folders() {
        return List.of(folder);
    }

    // Other files, such as pictures, are none of ours; two products keep their agents as data.
    private static boolean isDefinition(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".md")
                || name.endsWith(".toml")
                || (name.endsWith(".json") && DialectDetector.ofName(file.toString()) == Dialect.KIRO);
    }

    // Paths are compared as text with "/", so that the order is the same everywhere.
    private FileVisitor<Path> collector(TreeMap<String, Path> files, Sink sink) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isDirectory()) {
                    sink.unreadable(file.toString(), "folders are read " + MAX_DEPTH + " deep; this one is deeper");
                } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
                    sink.unreadable(file.toString(), "links to folders are not followed; add the folder itself");
                } else if (isDefinition(file) && DialectDetector.isPassedOver(file.toString())) {
                    sink.passedOver(file.toString(), "its product does not look for agents there");
                } else if (isDefinition(file)) {
                    return take(file);
                }
                return FileVisitResult.CONTINUE;
            }

            private FileVisitResult take(Path file) {
                if (!Files.isRegularFile(file)) {
                    sink.unreadable(file.toString(), Files.exists(file) ? "it is no file" : "the link leads nowhere");
                } else if (files.size() < MAX_FILES) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), file);
                } else {
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
