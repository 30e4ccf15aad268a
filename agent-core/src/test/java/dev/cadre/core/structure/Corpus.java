package dev.cadre.core.structure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/** The public definitions beside the checkout. */
final class Corpus implements AutoCloseable {

    private final ZipFile zip;

    private Corpus(ZipFile zip) {
        this.zip = zip;
    }

    static Corpus open() throws IOException {
        Path file = Path.of(System.getProperty("cadre.shared", "../shared"), "data", "corpus.zip");
        if (!Files.exists(file)) {
            Assumptions.abort("the corpus is not there: " + file.toAbsolutePath());
        }
        return new Corpus(new ZipFile(file.toFile()));
    }

    List<String> markdownFiles() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".md"))
                .sorted()
                .toList();
    }

    String text(String path) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns how many characters the frontmatter takes, its fences included. */
    static int bodyOffset(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int close = text.startsWith("---", start) ? text.indexOf("\n---", start) : -1;
        int end = close < 0 ? -1 : text.indexOf('\n', close + 1);
        return close < 0 ? start : end < 0 ? text.length() : end + 1;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
