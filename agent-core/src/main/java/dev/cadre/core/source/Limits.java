package dev.cadre.core.source;

/**
 * Holds the caps on what is read; they are checked before anything is parsed or copied.
 *
 * @param fileBytes the largest file, in bytes
 * @param frontmatterChars the longest frontmatter, in UTF-16 code units
 * @param scalarChars the longest single value, in UTF-16 code units
 * @param depth the deepest nesting of values
 * @param values the most keys and values
 */
public record Limits(int fileBytes, int frontmatterChars, int scalarChars, int depth, int values) {

    /** Far above any file seen in public (0.3 MB, nested 6 deep), far below what costs a second. */
    public static final Limits DEFAULT = new Limits(4 << 20, 1 << 20, 512 << 10, 64, 10_000);
}
