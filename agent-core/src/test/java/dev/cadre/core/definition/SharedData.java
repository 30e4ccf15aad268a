package dev.cadre.core.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the reference data that lies beside the checkout; tests abort and say so where it is absent. */
final class SharedData {

    private SharedData() {}

    static Path file(String relative) {
        Path path = Path.of(System.getProperty("cadre.shared", "../shared")).resolve(relative);
        if (!Files.exists(path)) {
            Assumptions.abort("the reference data is not there: " + path);
        }
        return path;
    }
}
