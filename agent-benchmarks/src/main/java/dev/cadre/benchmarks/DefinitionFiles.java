package dev.cadre.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gets the definitions that are read while measuring.
 *
 * <p>They are the public files of the reference data where that lies beside the checkout ({@code -Dcadre.shared}), else a
 * few files of ours in the same style. Skills and files without a frontmatter are left out: a YAML parser has nothing to
 * do there.
 */
final class DefinitionFiles {

    private static final String[] OWN = {"reviewer.md", "migrator.md", "incident-lead.md", "unquoted.md", "minimal.md"};

    private DefinitionFiles() {}

    static List<DefinitionFile> load() {
        Path corpus = Path.of(System.getProperty("cadre.shared", "../shared")).resolve("data/corpus.zip");
        try {
            return Files.exists(corpus) ? fromCorpus(corpus) : own();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<DefinitionFile> own() throws IOException {
        List<DefinitionFile> files = new ArrayList<>();
        for (String name : OWN) {
            try (InputStream in = DefinitionFiles.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IOException("no resource " + name);
                }
                DefinitionFile.of(name, in.readAllBytes()).ifPresent(files::add);
            }
        }
        return files;
    }

    private static List<DefinitionFile> fromCorpus(Path corpus) throws IOException {
        List<DefinitionFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(corpus.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".md") && !entry.getName().endsWith("SKILL.md")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        DefinitionFile.of(entry.getName(), in.readAllBytes()).ifPresent(files::add);
                    }
                }
            }
        }
        return files;
    }
}
