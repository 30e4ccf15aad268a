package dev.cadre.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/** The public definition files that lie beside the checkout; tests abort and say so where they are absent. */
final class CorpusFiles {

    private CorpusFiles() {}

    /** Returns a file of the reference data. */
    static Path shared(String relative) {
        Path path = Path.of(System.getProperty("cadre.shared", "../shared")).resolve(relative);
        if (!Files.exists(path)) {
            Assumptions.abort("the reference data is not there: " + path);
        }
        return path;
    }

    /** Reads all files. */
    static Map<String, byte[]> all() throws IOException {
        return every(1);
    }

    /** Reads every fifth file, or all of them with {@code -Dcadre.proof=true}. */
    static Map<String, byte[]> some() throws IOException {
        return every(Boolean.getBoolean("cadre.proof") ? 1 : 5);
    }

    private static Map<String, byte[]> every(int step) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(shared("data/corpus.zip").toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(entries::add);
            for (int i = 0; i < entries.size(); i += step) {
                try (InputStream in = zip.getInputStream(entries.get(i))) {
                    files.put(entries.get(i).getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }
}
