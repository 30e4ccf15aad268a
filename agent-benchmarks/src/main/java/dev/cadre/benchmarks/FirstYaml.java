package dev.cadre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses one frontmatter with Jackson in a fresh JVM and ends: what the first definition costs at the very least. */
final class FirstYaml {

    private FirstYaml() {}

    /** Parses the file that is named. */
    public static void main(String[] args) throws IOException {
        DefinitionFile file =
                DefinitionFile.of(args[0], Files.readAllBytes(Path.of(args[0]))).orElseThrow();
        System.out.println(new BareYaml().tokens(file));
    }
}
