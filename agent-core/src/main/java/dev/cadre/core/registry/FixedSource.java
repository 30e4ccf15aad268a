package dev.cadre.core.registry;

import dev.cadre.core.definition.DefinitionReader;

/** One definition that needs no reading. */
record FixedSource(Entry entry) implements Source {

    @Override
    public void read(DefinitionReader reader, Sink sink) {
        if (sink instanceof Collection collection) {
            collection.add(entry);
        }
    }
}
