package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * A tree of files and folders that the prompt draws.
 *
 * @param entries files and folders, in the order of the drawing
 * @param span where the drawing stands
 */
public record ProjectTree(List<Entry> entries, Span span) implements Located {

    /**
     * A file or folder of the drawing.
     *
     * @param path its path from the top of the drawing, parts separated by {@code /}; a folder ends with {@code /}
     * @param comment what the drawing says about it; empty if nothing
     * @param span where it stands
     */
    public record Entry(String path, String comment, Span span) implements Located {

        /** Checks that nothing is null. */
        public Entry {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(comment, "comment");
            Objects.requireNonNull(span, "span");
        }
    }

    /** Copies the entries. */
    public ProjectTree {
        Objects.requireNonNull(span, "span");
        entries = List.copyOf(entries);
    }
}
