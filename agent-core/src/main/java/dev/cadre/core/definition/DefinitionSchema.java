package dev.cadre.core.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Gives editors the JSON Schema (draft 2020-12) of a frontmatter in Claude Code's format.
 *
 * <p>It refuses nothing that a strict, validating {@link DefinitionReader} loads, and of what that reader refuses it finds
 * what a schema can express: missing keys, values of another kind, unknown words, misspelt restrictions. Other keys are
 * allowed, as extensions. The reader has the last word.
 *
 * <pre>{@code
 * Files.writeString(Path.of("agent-frontmatter.schema.json"), DefinitionSchema.json());
 * }</pre>
 *
 * @since 0.1.0
 */
public final class DefinitionSchema {

    private static final String RESOURCE = "agent-frontmatter.schema.json";

    private DefinitionSchema() {}

    /** Returns the text of the schema, which this library's JAR holds beside this class. */
    public static String json() {
        try (InputStream in = DefinitionSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the JAR lacks " + RESOURCE + "; it was repacked without resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
