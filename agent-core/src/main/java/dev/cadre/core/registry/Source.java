package dev.cadre.core.registry;

import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import java.nio.file.Path;
import java.util.List;

/** A place where definitions come from. */
interface Source {

    /** Receives what a source holds, in its order. */
    interface Sink {

        /** Takes a reading of one definition; a discovered one without frontmatter is documentation. */
        void add(Scope scope, String source, boolean discovered, Reading reading);

        /** Takes a place that can't be read. */
        void unreadable(String source, String message);
    }

    void read(DefinitionReader reader, Sink sink);

    /** Returns the folders whose changes matter. */
    default List<Path> folders() {
        return List.of();
    }
}
