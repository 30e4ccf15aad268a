package dev.cadre.core.registry;

import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import java.nio.file.Path;
import java.util.List;

/** A place where definitions come from. */
interface Source {

    /** Receives what a source holds, in its order. */
    interface Sink {

        /** Takes a reading of one definition that was named. */
        void add(Scope scope, String source, Reading reading);

        /**
         * Takes a reading of one definition that was discovered; without frontmatter it is documentation.
         *
         * @param before what stands before the name in its id
         */
        void discovered(Scope scope, String source, String before, Reading reading);

        /** Takes a file that its product does not use. */
        void passedOver(String source, String message);

        /** Takes a place that can't be read. */
        void unreadable(String source, String message);
    }

    void read(DefinitionReader reader, Sink sink);

    /** Returns the folders whose changes matter. */
    default List<Path> folders() {
        return List.of();
    }
}
