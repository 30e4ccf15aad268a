package dev.cadre.tools.search;

/**
 * Says what to find in files and what to keep of it.
 *
 * @param pattern what to find
 * @param want what to keep
 * @param before how many lines to show before each match
 * @param after how many lines to show after each match
 * @param maxLines how many lines to keep of a file at most
 */
public record SearchRequest(TextPattern pattern, Want want, int before, int after, int maxLines) {

    /** Says what to keep of a file. */
    public enum Want {
        /** Whether it matches. */
        FILES,
        /** How often. */
        COUNTS,
        /** Its lines that match, and those around them. */
        LINES,
        /** The parts that match. */
        PARTS
    }
}
