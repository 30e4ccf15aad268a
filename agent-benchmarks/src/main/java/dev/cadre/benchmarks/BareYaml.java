package dev.cadre.benchmarks;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Runs Jackson's YAML parser over a frontmatter and keeps nothing: what reading costs at the very least. */
final class BareYaml {

    private final YAMLFactory factory = new YAMLFactory();

    /** Returns how many tokens there are; where the text is no YAML, up to the error that ends the stream. */
    int tokens(DefinitionFile file) {
        int tokens = 0;
        try (JsonParser parser = factory.createParser(
                ObjectReadContext.empty(), file.bytes(), file.start(), file.end() - file.start())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        } catch (JacksonException e) {
            // One public file in twenty ends so.
            return tokens;
        }
        return tokens;
    }
}
