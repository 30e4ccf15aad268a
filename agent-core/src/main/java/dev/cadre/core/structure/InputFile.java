package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Objects;

/**
 * A file that the prompt tells the agent to read.
 *
 * @param path the path or name as the prompt has it
 * @param statement the statement that mentions it
 * @param span where the name stands
 */
public record InputFile(String path, String statement, Span span) implements Located {

    /** Checks that nothing is null. */
    public InputFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(span, "span");
    }
}
