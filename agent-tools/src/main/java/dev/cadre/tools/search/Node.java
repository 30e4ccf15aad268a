package dev.cadre.tools.search;

import java.util.List;

/** Is a part of a parsed regular expression; groups are gone, for only whether and where a line matches is asked. */
sealed interface Node {

    /** Matches one character. */
    record Chars(CharSet set) implements Node {}

    /** Matches one after another; nothing at all if empty. */
    record Concat(List<Node> parts) implements Node {}

    /** Matches any of them. */
    record Choice(List<Node> options) implements Node {}

    /** Matches a number of times; {@code max} is negative for any number. */
    record Repeat(Node part, int min, int max) implements Node {}

    /** Matches between characters. */
    record Anchor(Place place) implements Node {}

    /** Is a place between characters. */
    enum Place {
        LINE_START,
        LINE_END,
        TEXT_START,
        TEXT_END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY
    }
}
