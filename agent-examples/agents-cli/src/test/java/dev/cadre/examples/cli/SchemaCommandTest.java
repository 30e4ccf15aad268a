package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.definition.DefinitionSchema;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {

    @Test
    void prints_the_schema_of_the_library_and_nothing_else() {
        Cli cli = new Cli();

        assertThat(cli.run("schema")).isZero();
        assertThat(cli.out()).isEqualTo(DefinitionSchema.json()).startsWith("{").endsWith("}\n");
        assertThat(cli.err()).isEmpty();
    }
}
